package caspianwatch.app.cli;

import caspianwatch.app.StartException;
import caspianwatch.app.kafka.EmbeddedBroker;
import caspianwatch.app.newswire.Newswire;
import caspianwatch.ingest.Ingest;
import caspianwatch.ingest.IngestConfig;
import caspianwatch.runtime.HealthEndpoint;
import caspianwatch.runtime.Setting;
import caspianwatch.runtime.Settings;
import caspianwatch.web.Web;
import caspianwatch.web.WebConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Broker and services in one process; with a newswire where it is the demo. */
record AllInOne(Settings settings, Path folder, boolean demo) {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final String LOOPBACK = "127.0.0.0/8,::1/128";
    /** Stands for the broker while it has not chosen its port, so that all settings can be read before it starts. */
    private static final String NOT_YET = "127.0.0.1:0";

    /** With the options that the command line gave laid over the environment. */
    static AllInOne of(Path folder, @Nullable Integer port, boolean demo) {
        var environment = Settings.fromEnvironment();
        var changes = new EnumMap<Setting, String>(Setting.class);
        changes.put(Setting.KAFKA_BOOTSTRAP_SERVERS, NOT_YET);
        changes.put(Setting.CASPIAN_DATA, folder.toString());
        if (port != null) {
            changes.put(Setting.CASPIAN_PORT, port.toString());
        }
        if (demo) {
            changes.put(Setting.CASPIAN_FEEDS_ALLOW_NETWORKS, LOOPBACK);
            changes.put(Setting.CASPIAN_WEBHOOKS_ALLOW_NETWORKS, LOOPBACK);
            if (!environment.given(Setting.CASPIAN_HEALTH_PORT)) {
                changes.put(Setting.CASPIAN_HEALTH_PORT, "0");
            }
        }
        return new AllInOne(environment.with(changes), folder, demo);
    }

    /** Runs until a signal or a fault. */
    int run() throws StartException {
        for (ServiceKind kind : ServiceKind.values()) {
            kind.configure(settings);
        }
        String bind = settings.required(Setting.CASPIAN_BIND);
        int port = settings.number(Setting.CASPIAN_PORT, 0, 65_535);
        String healthBind = settings.required(Setting.CASPIAN_HEALTH_BIND);
        int healthPort = settings.number(Setting.CASPIAN_HEALTH_PORT, 0, 65_535);
        settings.check();
        Reach.free(bind, port, "the desk", "use --port");
        Reach.free(healthBind, healthPort, "health and metrics", "set CASPIAN_HEALTH_PORT");
        Logging.toFile(folder.resolve("logs"));
        return Running.untilStopped(running -> {
            var broker = running.add(EmbeddedBroker.start(folder.resolve("kafka")));
            var health = running.add("health endpoint",
                    HealthEndpoint.start(running.telemetry(), healthBind, healthPort));
            var onBroker = settings.with(Map.of(Setting.KAFKA_BOOTSTRAP_SERVERS, broker.bootstrapServers()));
            int desk = startServices(running, onBroker);
            try {
                running.awaitReady(READY_WITHIN);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
            sayReady(bind, desk, broker.bootstrapServers(), healthBind + ":" + health.port());
        });
    }

    /** In the order in which data flows; says on which port the desk listens. */
    private int startServices(Running running, Settings onBroker) throws StartException {
        var ingest = IngestConfig.from(onBroker);
        if (demo) {
            var newswire = running.add(Newswire
                    .start(new Newswire.Config(folder, 0, NewswireCommand.EVERY), Clock.systemUTC()));
            ingest = new IngestConfig(ingest.kafka(), ingest.contact(), ingest.allowNetworks(), newswire.feeds(),
                    ingest.diskFloorMib());
        }
        var fed = ingest;
        running.add(ServiceKind.INGEST.start(telemetry -> Ingest.start(fed, telemetry), running.telemetry()));
        for (ServiceKind kind : List.of(ServiceKind.PROCESSOR, ServiceKind.ALERTS)) {
            running.add(kind.start(kind.configure(onBroker), running.telemetry()));
        }
        var desk = new AtomicInteger();
        var web = WebConfig.from(onBroker);
        running.add(ServiceKind.WEB.start(telemetry -> {
            var started = Web.start(web, telemetry);
            desk.set(started.port());
            return started;
        }, running.telemetry()));
        return desk.get();
    }

    @SuppressWarnings("SystemOut")
    private void sayReady(String bind, int port, String broker, String health) {
        System.out.printf("""
                Caspian Watch is ready.
                  Desk    http://%s:%d/
                  Kafka   %s, for other Kafka tools
                  Health  http://%s/health/ready
                  Data    %s%s
                  Stop    Ctrl-C; the next start goes on where this one stopped
                """, bind, port, broker, health, folder, demo ? ", delete it to start the demo over" : "");
    }
}
