package caspianwatch.runtime.egress;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A server on 127.0.0.1 that answers every request in the same way, over TLS where it has a certificate. */
final class AnsweringServer implements AutoCloseable {
    static final Answer NO_CONTENT = out -> out
            .write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    /** What is sent after a request's head. */
    interface Answer {
        void to(OutputStream out) throws IOException;
    }

    /** The protocols that clients agreed to, one a connection; empty strings without TLS. */
    final List<String> protocols = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final Answer answer;

    AnsweringServer() throws IOException {
        this(null, NO_CONTENT);
    }

    AnsweringServer(@Nullable SSLContext tls, Answer answer) throws IOException {
        var address = InetAddress.ofLiteral("127.0.0.1");
        server = tls == null
                ? new ServerSocket(0, 16, address)
                : tls.getServerSocketFactory().createServerSocket(0, 16, address);
        this.answer = answer;
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return server.getLocalPort();
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
            if (socket instanceof SSLSocket secured) {
                var parameters = secured.getSSLParameters();
                parameters.setApplicationProtocols(new String[]{"h2", "http/1.1"});
                secured.setSSLParameters(parameters);
                secured.startHandshake();
                protocols.add(String.valueOf(secured.getApplicationProtocol()));
            }
            var in = socket.getInputStream();
            for (int seen = 0; seen != 0x0d0a0d0a;) {
                int b = in.read();
                if (b < 0) {
                    return;
                }
                seen = seen << 8 | b;
            }
            answer.to(socket.getOutputStream());
        } catch (IOException _) {
            // the client has hung up, which is what most tests are about
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
