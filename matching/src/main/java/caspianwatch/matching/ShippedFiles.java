package caspianwatch.matching;

import caspianwatch.contract.Ids;
import caspianwatch.matching.taxonomy.RuleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Files of data in the program itself; each folder has an {@code index.txt} that names them in order. */
final class ShippedFiles {
    private ShippedFiles() {}

    static List<RuleFile> in(String folder) {
        return resource(folder, "index.txt").lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(name -> new RuleFile(name, resource(folder, name))).toList();
    }

    /** A digest of everything besides rules and gazetteer that decides what a text's words and language are. */
    static String languagesVersion() {
        return version(
                Stream.concat(in("endings").stream(), Stream.of(file("languages.txt"), file("kazakh-latin.txt"))));
    }

    /** A digest of names and contents. */
    static String version(Stream<RuleFile> files) {
        return Ids.of(files.flatMap(file -> Stream.of(file.name(), file.yaml())).toArray(String[]::new));
    }

    private static RuleFile file(String path) {
        return new RuleFile(path, text(path));
    }

    private static String resource(String folder, String name) {
        return text(folder + "/" + name);
    }

    private static String text(String path) {
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
