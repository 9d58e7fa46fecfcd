package caspianwatch.app.cli;

import caspianwatch.runtime.Setting;
import caspianwatch.runtime.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command keeps its data. */
final class DataOption {
    @Option(names = "--data", paramLabel = "DIR", description = "folder for everything that is kept (default: a folder named after the command, below CASPIAN_DATA)")
    private @Nullable Path given;

    /** The option, else a folder of this name below CASPIAN_DATA. */
    Path of(String command) {
        Path chosen = given == null ? Settings.fromEnvironment().path(Setting.CASPIAN_DATA).resolve(command) : given;
        return chosen.toAbsolutePath().normalize();
    }
}
