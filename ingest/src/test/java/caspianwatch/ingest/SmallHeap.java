package caspianwatch.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JVM of its own with 128 MiB of heap, which ends at once where that is not enough. */
public final class SmallHeap {
    private SmallHeap() {}

    /** What the program prints, a line {@code name: result} for each attack; what it did not come to is missing. */
    public static Map<String, String> of(Class<?> program) throws Exception {
        var running = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                program.getName())).redirectErrorStream(true).start();
        var results = new LinkedHashMap<String, String>();
        for (String line : new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList()) {
            int colon = line.indexOf(": ");
            results.put(colon < 0 ? line : line.substring(0, colon), colon < 0 ? "" : line.substring(colon + 2));
        }
        return results;
    }
}
