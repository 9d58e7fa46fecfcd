package caspianwatch.app.cli;

import caspianwatch.app.StartException;
import caspianwatch.matching.Taxonomy;
import caspianwatch.matching.taxonomy.TaxonomyException;
import caspianwatch.runtime.Setting;
import caspianwatch.runtime.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether settings and taxonomy are good, without starting anything. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {
        "Reads every setting and the taxonomy, prints both, and says what is wrong.",
        "The taxonomy's examples are run: one that comes out wrong is named with its file and line.",
        "With --taxonomy it checks that taxonomy alone: a file that is named like a shipped one stands in for it,",
        "any other is added to the shipped ones.",
        "Exit code 1 where the taxonomy is wrong, 2 where a setting is."})
final class CheckCommand implements Callable<Integer> {
    @Option(names = "--taxonomy", paramLabel = "PATH", arity = "1..*", description = "YAML files, or folders of them")
    private List<Path> paths = List.of();

    @Option(names = "--all", description = "every rule and word that no example meets, not the first few")
    private boolean all;

    @Override
    public Integer call() throws StartException {
        Logging.toStderr();
        PrintStream out = TagCommand.stdout();
        if (paths.isEmpty()) {
            settings(out);
        }
        try {
            var taxonomy = paths.isEmpty() ? Taxonomy.builtIn() : Taxonomy.shippedWith(RuleFiles.at(paths));
            return new TaxonomyReport(taxonomy, all, out).print() ? 0 : Main.FAILED;
        } catch (TaxonomyException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        } finally {
            out.flush();
        }
    }

    private static void settings(PrintStream out) {
        var environment = Settings.fromEnvironment();
        out.println("Settings (environment variables)");
        for (Setting setting : Setting.values()) {
            out.printf("  %-34s %-22s %s%n", setting.name(),
                    Objects.requireNonNullElse(environment.text(setting), "-"),
                    setting.meaning());
        }
        out.println();
        out.flush();
        checked(environment);
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
