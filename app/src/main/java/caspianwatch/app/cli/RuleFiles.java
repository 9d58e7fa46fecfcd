package caspianwatch.app.cli;

import caspianwatch.app.StartException;
import caspianwatch.matching.taxonomy.RuleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files of rules; a folder stands for the YAML files in it, by name. */
final class RuleFiles {
    private RuleFiles() {}

    static List<RuleFile> at(List<Path> paths) throws StartException {
        var files = new ArrayList<RuleFile>();
        for (Path path : paths) {
            for (Path file : Files.isDirectory(path) ? inside(path) : List.of(path)) {
                files.add(read(file));
            }
        }
        return files;
    }

    private static List<Path> inside(Path folder) throws StartException {
        try (var entries = Files.list(folder)) {
            var files = entries.filter(each -> each.toString().endsWith(".yaml") || each.toString().endsWith(".yml"))
                    .sorted().toList();
            if (files.isEmpty()) {
                throw new StartException(folder + " has no YAML file: name a folder that has some");
            }
            return files;
        } catch (IOException e) {
            throw new StartException(folder + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static RuleFile read(Path file) throws StartException {
        try {
            return new RuleFile(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (IOException e) {
            throw new StartException(file + " cannot be read: name a YAML file in UTF-8 (" + e.getMessage() + ")", e);
        }
    }
}
