package caspianwatch.runtime.egress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/**
 * Sockets that check the very address they connect to: the last word, after any look-up and for literals as well. They
 * also end an answer that does not: the client keeps a line until it sees its end, such as that of a chunk's size.
 */
final class PermittedSockets extends SocketFactory {
    /** Sixteen mebibytes: the largest document, with its headers and the wrapping of TLS, and half as much again. */
    static final long MOST_RECEIVED = 16L << 20;

    private final Networks networks;

    PermittedSockets(Networks networks) {
        this.networks = networks;
    }

    @Override
    public Socket createSocket() {
        return new CheckedSocket(networks);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        var socket = createSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        var socket = createSocket();
        socket.bind(new InetSocketAddress(local, localPort));
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    private static final class CheckedSocket extends Socket {
        private final Networks networks;
        private final AtomicLong received = new AtomicLong();

        CheckedSocket(Networks networks) {
            this.networks = networks;
        }

        @Override
        public void connect(SocketAddress target) throws IOException {
            connect(target, 0);
        }

        @Override
        public void connect(SocketAddress target, int timeout) throws IOException {
            if (!(target instanceof InetSocketAddress internet) || internet.isUnresolved()
                    || !networks.permits(internet.getAddress())) {
                throw new BlockedAddressException(target + " is in a network that is not allowed");
            }
            super.connect(target, timeout);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), received);
        }
    }

    private static final class Counted extends FilterInputStream {
        private final AtomicLong received;

        Counted(InputStream in, AtomicLong received) {
            super(in);
            this.received = received;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] block, int off, int len) throws IOException {
            int n = super.read(block, off, len);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int bytes) throws EndlessAnswerException {
            if (received.addAndGet(bytes) > MOST_RECEIVED) {
                throw new EndlessAnswerException(MOST_RECEIVED);
            }
        }
    }
}
