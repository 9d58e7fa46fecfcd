package caspianwatch.bench.matching;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A contender's process, as {@link caspianwatch.bench.contest} speaks with it. */
final class Peer implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedReader in;
    private final BufferedWriter out;

    private Peer(String name, Process process) {
        this.name = name;
        this.process = process;
        this.in = process.inputReader(StandardCharsets.UTF_8);
        this.out = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts it, with the same virtual machine and flags for all; what it complains of goes to a file of its name. */
    static Peer start(String name, Path folder, String classPath, String... main) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx6g", "-XX:+UseParallelGC", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "--add-modules", "jdk.incubator.vector", "-cp", classPath));
        command.addAll(Arrays.asList(main));
        var process = new ProcessBuilder(command)
                .redirectError(folder.resolve(name + ".log").toFile()).start();
        var peer = new Peer(name, process);
        peer.line();
        return peer;
    }

    /** The numbers that a command is answered with. */
    long[] ask(Object... words) throws IOException {
        return Arrays.stream(lines(1, words).getFirst().split(" ")).mapToLong(Long::parseLong).toArray();
    }

    /** So many lines of answer. */
    List<String> lines(int count, Object... words) throws IOException {
        out.write(String.join(" ", Arrays.stream(words).map(Object::toString).toList()) + "\n");
        out.flush();
        var lines = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            lines.add(line());
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String line() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException(name + " ended; its log in the folder of the run says why");
        }
        return line;
    }
}
