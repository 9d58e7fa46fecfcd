package caspianwatch.ingest.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Who we say we are: our name, our version, and where a server's owner can reach the operator. */
public final class UserAgent {
    private UserAgent() {}

    /** {@code CaspianWatch/0.1.0 (+contact)}. */
    public static String with(String contact) {
        return "CaspianWatch/" + version() + " (+" + contact + ")";
    }

    private static String version() {
        try (var file = UserAgent.class.getResourceAsStream("version.txt")) {
            if (file == null) {
                throw new IllegalStateException("version.txt is missing from the build");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
