package caspianwatch.bench.ingest;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process that the bench started: spoken with in lines, looked at through {@code /proc}, ended by the bench. */
final class Child implements AutoCloseable {
    private static final int TICKS_A_SECOND = 100;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final String name;
    private final Process process;
    private final BufferedReader in;
    private final BufferedWriter out;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
        this.in = process.inputReader(StandardCharsets.UTF_8);
        this.out = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts it; what it complains of goes to a file of its name, and all it says where {@code lines} is false. */
    static Child start(String name, Path folder, Map<String, String> environment, boolean lines,
            List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(folder.resolve(name + ".log").toFile());
        if (!lines) {
            builder.redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile());
        }
        builder.environment().putAll(environment);
        return new Child(name, builder.start());
    }

    /** A Java of the same kind as ours. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    String ask(String line) throws IOException {
        out.write(line + "\n");
        out.flush();
        return line();
    }

    long[] numbers(String line) throws IOException {
        return Arrays.stream(ask(line).split(" ")).mapToLong(Long::parseLong).toArray();
    }

    /** The next line that it says. */
    String line() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException(name + " ended; its log in the folder of the run says why");
        }
        return line;
    }

    void tell(String lines) throws IOException {
        out.write(lines);
        out.flush();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Seconds of processor that it has had. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_A_SECOND;
    }

    /** A line of its {@code status}, such as {@code VmRSS}, in MiB. */
    long mebibytes(String what) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(what + ":")).map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong).findFirst().orElse(0) / 1024;
    }

    /** Heap that is in use after a full collection, in MiB. */
    long heapAfterCollection() throws IOException {
        jcmd("GC.run");
        long kibibytes = 0;
        for (String line : jcmd("GC.heap_info").lines().toList()) {
            var used = USED.matcher(line);
            if (!line.strip().startsWith("Metaspace") && !line.strip().startsWith("class") && used.find()) {
                kibibytes += Long.parseLong(used.group(1));
            }
        }
        return kibibytes / 1024;
    }

    private String jcmd(String command) throws IOException {
        var jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()), command).redirectErrorStream(true).start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Asks it to stop, and makes it after a while. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
