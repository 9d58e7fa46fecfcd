package caspianwatch.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Listens inside, on one port of several addresses, and answers nobody. A connection alone is too much already. */
public final class Canary implements AutoCloseable {
    private final List<ServerSocket> sockets = new ArrayList<>();
    private final BlockingQueue<Integer> callers = new LinkedBlockingQueue<>();

    public Canary(String... addresses) {
        try {
            for (String address : addresses) {
                var socket = new ServerSocket(sockets.isEmpty() ? 0 : port(), 64, InetAddress.ofLiteral(address));
                sockets.add(socket);
                Thread.ofVirtual().start(() -> listen(socket));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return sockets.getFirst().getLocalPort();
    }

    /** How many have connected. Connections are taken in order, so that ours is the last of each address. */
    public int heard() throws IOException, InterruptedException {
        int others = 0;
        for (var socket : sockets) {
            try (var own = new Socket()) {
                own.connect(new InetSocketAddress(socket.getInetAddress(), port()));
                while (callers.take() != own.getLocalPort()) {
                    others++;
                }
            }
        }
        return others;
    }

    private void listen(ServerSocket socket) {
        try {
            while (true) {
                try (var caller = socket.accept()) {
                    callers.add(caller.getPort());
                }
            }
        } catch (SocketException _) {
            // closed by the test
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
