package caspianwatch.ingest.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A server on 127.0.0.1 that writes what it likes, well-formed or not, and keeps what it was asked. */
final class RawServer implements AutoCloseable {
    /** What is sent after a request's head, which is given. */
    interface Answer {
        void to(String head, OutputStream out) throws IOException;
    }

    /** The heads of the requests. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ServerSocket server;
    private final @Nullable Answer answer;

    /** Where there is no answer, connections are taken and nothing is read. */
    RawServer(@Nullable Answer answer) {
        this.answer = answer;
        try {
            server = new ServerSocket(0, 64, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    static byte[] head(String... lines) {
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    /** Says nothing more until the test is over. */
    void silence() throws IOException {
        try {
            closing.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return; // closed by the test
            }
        }
    }

    private void serve(Socket accepted) {
        try (var socket = accepted) {
            if (answer == null) {
                silence();
                return;
            }
            var head = new StringBuilder();
            var in = socket.getInputStream();
            while (head.indexOf("\r\n\r\n") < 0) {
                int b = in.read();
                if (b < 0) {
                    return;
                }
                head.append((char) b);
            }
            asked.add(head.toString());
            answer.to(head.toString(), socket.getOutputStream());
        } catch (IOException _) {
            // the client has hung up, which is what most tests are about
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
