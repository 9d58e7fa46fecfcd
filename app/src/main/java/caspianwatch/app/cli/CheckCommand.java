package caspianwatch.app.cli;

import caspianwatch.matching.Taxonomy;
import caspianwatch.runtime.Setting;
import caspianwatch.runtime.Settings;
import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Whether settings and taxonomy are good, without starting anything. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {
        "Reads every setting and the taxonomy, prints both, and says what is wrong.",
        "Exit code 2 where a setting is wrong."})
final class CheckCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Logging.toStderr();
        var environment = Settings.fromEnvironment();
        PrintStream out = TagCommand.stdout();
        out.println("Settings (environment variables)");
        for (Setting setting : Setting.values()) {
            out.printf("  %-34s %-22s %s%n", setting.name(),
                    Objects.requireNonNullElse(environment.text(setting), "-"),
                    setting.meaning());
        }
        checked(environment);
        var taxonomy = Taxonomy.builtIn();
        out.printf("%nTaxonomy %s: %d tags%n", taxonomy.version(), taxonomy.tags().size());
        taxonomy.tags().forEach(tag -> out.printf("  %-30s %-14s %s%n", tag.id(), tag.group(), tag.name()));
        out.flush();
        return 0;
    }

    /** As every service reads them; the brokers may be absent here, for demo and up bring their own. */
    private static void checked(Settings environment) {
        var settings = environment.given(Setting.KAFKA_BOOTSTRAP_SERVERS)
                ? environment
                : environment.with(Map.of(Setting.KAFKA_BOOTSTRAP_SERVERS, "127.0.0.1:9092"));
        for (ServiceKind kind : ServiceKind.values()) {
            kind.configure(settings);
        }
        Logging.asJson(settings);
        settings.required(Setting.CASPIAN_HEALTH_BIND);
        settings.number(Setting.CASPIAN_HEALTH_PORT, 0, 65_535);
        settings.check();
    }
}
