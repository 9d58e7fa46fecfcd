package caspianwatch.matching;

import caspianwatch.matching.taxonomy.RuleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files of data in the program itself; each folder has an {@code index.txt} that names them in order. */
final class ShippedFiles {
    private ShippedFiles() {}

    static List<RuleFile> in(String folder) {
        return resource(folder, "index.txt").lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(name -> new RuleFile(name, resource(folder, name))).toList();
    }

    private static String resource(String folder, String name) {
        String path = folder + "/" + name;
        try (var in = ShippedFiles.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
