package caspianwatch.bench.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The programs of others that are here, with their versions, and what is not. */
final class Peers {
    private static final String RSS_PARSER = "3.13.0";

    private final Map<String, List<String>> readers = new LinkedHashMap<>();
    private final List<String> versions = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final boolean newsboat;

    /** Looks for them; rss-parser is installed into the folder. {@code scripts} holds what we say to them in their languages. */
    Peers(Path scripts, Path folder) throws IOException {
        newsboat = has("newsboat", "newsboat", "--version");
        if (has("feedparser (Debian python3-feedparser)", "/usr/bin/python3", "-c",
                "import feedparser; print('feedparser', feedparser.__version__)")) {
            readers.put("feedparser", List.of("/usr/bin/python3", scripts.resolve("read_feedparser.py").toString()));
        }
        Path npm = Files.createDirectories(folder.resolve("npm"));
        if (has("node", "node", "--version") && installed(npm)) {
            readers.put("rss-parser", List.of("node", scripts.resolve("read-rss-parser.cjs").toString(),
                    npm.resolve("node_modules").toString()));
        }
    }

    private boolean installed(Path npm) throws IOException {
        return has("rss-parser (npm)", "npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts",
                "--prefix", npm.toString(), "rss-parser@" + RSS_PARSER)
                && versions.add("rss-parser " + RSS_PARSER);
    }

    /** Whether the command works; its first line is its version. */
    private boolean has(String what, String... command) throws IOException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) {
                String line = said.lines().findFirst().orElse("").replaceAll(" - .*", "");
                if (line.matches(".*\\d.*") && !command[0].equals("npm")) {
                    versions.add(what.equals("node") ? "node " + line : line);
                }
                return true;
            }
        } catch (IOException _) {
            // not there
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        missing.add(what);
        return false;
    }

    /** Commands of readers by their names: a file's name in, the number of its entries out. */
    Map<String, List<String>> readers() {
        return readers;
    }

    boolean newsboat() {
        return newsboat;
    }

    /** Which of them were measured, in a line. */
    String told() {
        return String.join(", ", versions) + (missing.isEmpty() ? "" : "; missing: " + String.join(", ", missing));
    }
}
