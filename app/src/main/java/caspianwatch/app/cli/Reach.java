package caspianwatch.app.cli;

import caspianwatch.app.StartException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Looks before the leap: whether a port is free and a broker answers, so that the error is one line and comes at once. */
final class Reach {
    private static final int PATIENCE_MILLIS = 15_000;

    private Reach() {}

    /** Throws where another program has the port; port 0 is always free. */
    static void free(String bind, int port, String what, String otherwise) throws StartException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(bind, port));
        } catch (IOException e) {
            throw new StartException(what + " cannot listen on " + bind + ":" + port + " (" + e.getMessage()
                    + "): stop the program that has it, or " + otherwise + " to choose another port", e);
        }
    }

    /** Throws where no broker answers within some seconds. */
    static void broker(String servers) throws StartException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers, "default.api.timeout.ms", PATIENCE_MILLIS,
                "request.timeout.ms", PATIENCE_MILLIS / 3))) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException | KafkaException e) {
            throw new StartException("no Kafka broker answers at " + servers
                    + ": start one (caspianwatch broker), or correct KAFKA_BOOTSTRAP_SERVERS", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while looking for a broker at " + servers, e);
        }
    }
}
