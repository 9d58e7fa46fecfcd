package caspianwatch.app.kafka;

import caspianwatch.app.StartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * The two ports of an embedded broker. They are chosen once and remembered beside the data, so that other Kafka tools
 * find the broker at the same address after a restart.
 */
record BrokerPorts(int broker, int controller) {
    private static final String FILE = "ports.properties";

    /** The remembered ports, else two free ones, now remembered. */
    static BrokerPorts of(Path folder) throws StartException {
        Path file = folder.resolve(FILE);
        try {
            if (Files.exists(file)) {
                var ports = read(file);
                requireFree(ports.broker, file);
                requireFree(ports.controller, file);
                return ports;
            }
            var ports = free();
            ports.write(file);
            return ports;
        } catch (IOException e) {
            throw new StartException("the broker's ports cannot be kept in " + file + ": " + e.getMessage(), e);
        }
    }

    private static BrokerPorts read(Path file) throws IOException, StartException {
        var kept = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        }
        try {
            return new BrokerPorts(Integer.parseInt(kept.getProperty("broker")),
                    Integer.parseInt(kept.getProperty("controller")));
        } catch (NumberFormatException e) {
            throw new StartException(file + " does not name the ports 'broker' and 'controller':"
                    + " delete it, and the next start chooses new ones", e);
        }
    }

    private void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(FILE + ".new");
        Files.writeString(fresh, "# Where the embedded Kafka broker listens on 127.0.0.1; read at every start.\nbroker="
                + broker + "\ncontroller=" + controller + "\n", StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Both are held open together, so that they differ. */
    private static BrokerPorts free() throws IOException {
        try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new BrokerPorts(one.getLocalPort(), other.getLocalPort());
        }
    }

    private static void requireFree(int port, Path file) throws StartException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new StartException(
                    "port " + port + " of 127.0.0.1, where the broker of this data folder listens, is taken:"
                            + " stop the program that has it, or delete " + file + " to have new ports chosen",
                    e);
        }
    }
}
