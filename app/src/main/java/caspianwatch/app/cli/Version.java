package caspianwatch.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it into the program. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        var written = new Properties();
        try (InputStream file = Version.class.getResourceAsStream("/caspianwatch/version.properties")) {
            if (file != null) {
                written.load(file);
            }
        }
        return new String[]{"caspianwatch " + written.getProperty("version", "of an unknown build")};
    }
}
