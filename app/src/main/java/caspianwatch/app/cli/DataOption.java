package caspianwatch.app.cli;

import caspianwatch.runtime.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command keeps its data. */
final class DataOption {
    @Option(names = "--data", paramLabel = "DIR", description = "folder for everything that is kept (setting CASPIAN_DATA; default data/COMMAND below the working folder)")
    private @Nullable Path given;

    /** The option, else the setting, else {@code data/COMMAND}. */
    Path of(String command) {
        Path chosen = given;
        if (chosen == null) {
            String set = System.getenv(Setting.CASPIAN_DATA.name());
            chosen = set == null || set.isBlank() ? Path.of("data", command) : Path.of(set.strip());
        }
        return chosen.toAbsolutePath().normalize();
    }
}
