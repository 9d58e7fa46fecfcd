package caspianwatch.runtime.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Sockets that check the very address they connect to: the last word, after any look-up and for literals as well. */
final class PermittedSockets extends SocketFactory {
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
    }
}
