package caspianwatch.app.cli;

import caspianwatch.app.StartException;
import caspianwatch.app.kafka.EmbeddedBroker;
import caspianwatch.app.newswire.Newswire;
import caspianwatch.app.quickstart.StartCache;
import caspianwatch.ingest.Ingest;
import caspianwatch.ingest.IngestConfig;
import caspianwatch.matching.Tagger;
import caspianwatch.matching.Taxonomy;
import caspianwatch.runtime.HealthEndpoint;
import caspianwatch.runtime.Setting;
import caspianwatch.runtime.Settings;
import caspianwatch.web.Web;
import caspianwatch.web.WebConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Broker and services in one process.
 *
 * @param demo with a newswire
 * @param rehearsal ends by itself once it has told an alert, or when whoever started it is gone
 */
record AllInOne(Settings settings, Path folder, boolean demo, boolean rehearsal) {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final String LOOPBACK = "127.0.0.0/8,::1/128";
    /** Stands for the broker while it has not chosen its port, so that all settings can be read before it starts. */
    private static final String NOT_YET = "127.0.0.1:0";

    /** With the options that the command line gave laid over the environment. */
    static AllInOne of(Path folder, @Nullable Integer port, boolean demo, boolean rehearsal) {
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
        return new AllInOne(environment.with(changes), folder, demo, rehearsal);
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
            // What needs no broker is got ready while it starts. The services wait for the rules where they need them.
            Meanwhile.begin("rules", () -> Tagger.of(Taxonomy.builtIn()));
            var newswire = demo ? Meanwhile.begin("newswire", () -> running.add(newswire())) : null;
            var broker = running.add(EmbeddedBroker.start(folder.resolve("kafka")));
            var health = running.add("health endpoint",
                    HealthEndpoint.start(running.telemetry(), healthBind, healthPort));
            int desk = startServices(running, broker.bootstrapServers(), newswire == null ? null : newswire.get());
            running.awaitReady(READY_WITHIN);
            sayReady(bind, desk, broker.bootstrapServers(), healthBind + ":" + health.port());
            if (rehearsal) {
                rehearse(running, new DeskApi("http://127.0.0.1:" + desk));
            } else {
                running.add("start cache", StartCache.makeWhereMissing());
            }
        });
    }

    /** What happens soon after every start belongs to it: articles, an alert, and somebody who looks. */
    private static void rehearse(Running running, DeskApi desk) throws StartException, InterruptedException {
        Thread.ofPlatform().daemon().name("whoever started this").start(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException _) {
                // It is gone as well.
            }
            running.end();
        });
        while (!running.isOver(BETWEEN_LOOKS)) {
            if (!desk.send("GET", "/api/v1/deliveries", null).path("items").isEmpty()) {
                desk.text("GET", "/", null, null);
                running.end();
            }
        }
    }

    private Newswire newswire() throws StartException {
        return Newswire.start(new Newswire.Config(folder, 0, NewswireCommand.EVERY), Clock.systemUTC());
    }

    /** At the same time, for none needs another to start; says on which port the desk listens. */
    private int startServices(Running running, String broker, @Nullable Newswire newswire)
            throws StartException, InterruptedException {
        var onBroker = settings.with(Map.of(Setting.KAFKA_BOOTSTRAP_SERVERS, broker));
        var telemetry = running.telemetry();
        var started = List.of(
                Meanwhile.begin("ingest",
                        () -> running.add(ServiceKind.INGEST.start(fed(onBroker, newswire), telemetry))),
                Meanwhile.begin("processor",
                        () -> running.add(
                                ServiceKind.PROCESSOR.start(ServiceKind.PROCESSOR.configure(onBroker), telemetry))),
                Meanwhile.begin("alerts", () -> running
                        .add(ServiceKind.ALERTS.start(ServiceKind.ALERTS.configure(onBroker), telemetry))));
        var desk = new AtomicInteger();
        var web = WebConfig.from(onBroker);
        running.add(ServiceKind.WEB.start(each -> {
            var server = Web.start(web, each);
            desk.set(server.port());
            return server;
        }, telemetry));
        for (var service : started) {
            service.get();
        }
        return desk.get();
    }

    private static ServiceKind.Start fed(Settings onBroker, @Nullable Newswire newswire) {
        var ingest = IngestConfig.from(onBroker);
        var fed = newswire == null
                ? ingest
                : new IngestConfig(ingest.kafka(), ingest.contact(), ingest.allowNetworks(), newswire.feeds(),
                        ingest.diskFloorMib());
        return telemetry -> Ingest.start(fed, telemetry);
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
