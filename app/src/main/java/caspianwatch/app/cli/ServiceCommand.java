package caspianwatch.app.cli;

import caspianwatch.runtime.HealthEndpoint;
import caspianwatch.runtime.Setting;
import caspianwatch.runtime.Settings;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** One service as a process of its own, against the brokers that KAFKA_BOOTSTRAP_SERVERS names. */
@Command(mixinStandardHelpOptions = true, footer = {"",
        "It is set by environment variables; caspianwatch check names them and tests their values."})
final class ServiceCommand implements Callable<Integer> {
    private final ServiceKind kind;

    private ServiceCommand(ServiceKind kind) {
        this.kind = kind;
    }

    /** Its entry in the command line. */
    static CommandSpec of(ServiceKind kind) {
        var spec = new CommandLine(new ServiceCommand(kind)).getCommandSpec();
        spec.name(kind.word());
        spec.usageMessage().description("Runs the service that " + kind.work + ".");
        return spec;
    }

    @Override
    public Integer call() throws Exception {
        var settings = Settings.fromEnvironment();
        boolean json = Logging.asJson(settings);
        var start = kind.configure(settings);
        String bind = settings.required(Setting.CASPIAN_HEALTH_BIND);
        int port = settings.number(Setting.CASPIAN_HEALTH_PORT, 0, 65_535);
        settings.check();
        Logging.toStdout(json);
        Logger log = LoggerFactory.getLogger(ServiceCommand.class);
        Reach.free(bind, port, "health and metrics", "set CASPIAN_HEALTH_PORT");
        if (kind == ServiceKind.WEB) {
            Reach.free(settings.required(Setting.CASPIAN_BIND), settings.number(Setting.CASPIAN_PORT, 0, 65_535),
                    "the desk", "set CASPIAN_PORT");
        }
        return Running.untilStopped(running -> {
            var health = running.add("health endpoint", HealthEndpoint.start(running.telemetry(), bind, port));
            log.info("{} starts; health and metrics on {}:{}", kind.word(), bind, health.port());
            Reach.broker(settings.required(Setting.KAFKA_BOOTSTRAP_SERVERS));
            running.add(kind.start(start, running.telemetry()));
        });
    }
}
