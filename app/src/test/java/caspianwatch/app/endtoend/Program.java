package caspianwatch.app.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as its user starts it: a process of its own, with the launcher's flags. */
final class Program implements AutoCloseable {
    private final String name;
    private final Path out;
    private final Path err;
    private final Process process;

    private Program(String name, Path out, Path err, Process process) {
        this.name = name;
        this.out = out;
        this.err = err;
        this.process = process;
    }

    /** Its working folder gets its output too. */
    static Program start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        return start(List.of(), folder, environment, arguments);
    }

    /** As if the disk were full as soon as a file has that size, MiB. */
    static Program startWithFilesOfAtMost(int mebibytes, Path folder, String... arguments) throws IOException {
        // POSIX: in units of 512 bytes
        String limit = "ulimit -f " + mebibytes * 2048 + " && exec \"$@\"";
        return start(List.of("sh", "-c", limit, "sh"), folder, Map.of(), arguments);
    }

    private static Program start(List<String> prefix, Path folder, Map<String, String> environment,
            String... arguments) throws IOException {
        Files.createDirectories(folder);
        String name = arguments[0];
        Path out = Files.createTempFile(folder, name, ".out");
        Path err = Files.createTempFile(folder, name, ".err");
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Xmx512m",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), "caspianwatch.app.cli.Main"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("CASPIAN_") || key.startsWith("KAFKA_"));
        builder.environment().putAll(environment);
        return new Program(name, out, err, builder.start());
    }

    /** What the pattern's first group finds in its standard output, once it does. */
    String says(String pattern, Duration atMost) throws Exception {
        var compiled = Pattern.compile(pattern);
        Until.holds(name + " says " + pattern + "; it said " + Files.readString(out) + complaints(), atMost,
                () -> !process.isAlive() || compiled.matcher(Files.readString(out)).find());
        Matcher found = compiled.matcher(Files.readString(out));
        if (!found.find()) {
            throw new AssertionError(name + " ended with " + process.exitValue() + ": " + complaints());
        }
        return found.group(1);
    }

    /** Its standard error. */
    String complaints() throws IOException {
        return Files.readString(err);
    }

    /** As by {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As by Ctrl-C or a supervisor; its exit code. */
    int stop(Duration within) throws InterruptedException {
        process.destroy();
        return exit(within);
    }

    /** Its exit code. */
    int exit(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(name + " still runs after " + within.toSeconds() + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
