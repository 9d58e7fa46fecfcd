package caspianwatch.app.kafka;

import java.nio.file.Path;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A broker that cannot go on ends its process without a word; with this it says why first. */
final class LastWords {
    private static final Logger log = LoggerFactory.getLogger(LastWords.class);

    private LastWords() {}

    /** From now on Kafka's own ways out of the process speak before they go. */
    static void install(Path folder) {
        Exit.setHaltProcedure((status, message) -> {
            say(folder, status, message);
            Runtime.getRuntime().halt(status);
        });
        Exit.setExitProcedure((status, message) -> {
            say(folder, status, message);
            System.exit(status);
        });
    }

    @SuppressWarnings("SystemOut")
    private static void say(Path folder, int status, @Nullable String message) {
        String words = "the Kafka broker in " + folder + " cannot go on and ends the process (status " + status + "): "
                + (message == null ? "the log has the cause" : message) + "; free space there: "
                + folder.toFile().getUsableSpace() / (1 << 20) + " MiB";
        System.err.println("caspianwatch: " + words);
        log.error(words);
    }
}
