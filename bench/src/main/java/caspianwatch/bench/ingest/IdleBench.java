package caspianwatch.bench.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** What the all-in-one costs while nothing happens: its processor time, and by how much its data folder grows. */
public final class IdleBench {
    private static final String USAGE = "bench/run idle [--feeds 300] [--minutes-between 2] [--settle 120] [--seconds 120] [--heap 512]";
    private static final int SHOWN = 8;

    private IdleBench() {}

    /** Measures and prints; {@code program} is the folder with the jars of the program. */
    public static void run(List<String> args, Path folder, Path program, Appendable out) throws IOException {
        var options = new LinkedHashMap<>(Map.of("--feeds", 300, "--minutes-between", 2, "--settle", 120, "--seconds",
                120, "--heap", 512));
        for (int i = 0; i < args.size(); i += 2) {
            if (i + 1 == args.size() || !options.containsKey(args.get(i))) {
                throw new IllegalArgumentException(args.get(i) + ": " + USAGE);
            }
            options.put(args.get(i), Integer.valueOf(args.get(i + 1)));
        }
        int feeds = of(options, "--feeds");
        try (var plant = new Plant(folder, program, feeds)) {
            measure(plant, folder, options, out);
        }
    }

    private static int of(Map<String, Integer> options, String name) {
        return options.getOrDefault(name, 0);
    }

    private static void measure(Plant plant, Path folder, Map<String, Integer> options, Appendable out)
            throws IOException {
        int feeds = of(options, "--feeds");
        int seconds = of(options, "--seconds");
        Path list = folder.resolve("feeds.tsv");
        var lines = new ArrayList<>(
                List.of("title\turl\tcountry\tlanguage\tkind\taffiliation\treliability\tinterval\tenabled\treason"));
        IntStream.range(0, feeds).forEach(feed -> lines.add("Feed " + feed + "\t" + Hosts.url(feed, plant.port())
                + "\taz\t\tindependent\t\tC\t" + of(options, "--minutes-between") + "\tyes\t"));
        Files.write(list, lines);
        Path data = folder.resolve("up");
        try (var up = Child.start("up", folder, Map.of("CASPIAN_FEEDS_FILE", list.toString(),
                "CASPIAN_FEEDS_ALLOW_NETWORKS", "127.0.0.0/8", "CASPIAN_HEALTH_PORT", "0"), true,
                plant.program(of(options, "--heap"), "up", "--port", "0", "--data", data.toString()))) {
            String said = up.line();
            while (!said.startsWith("Caspian Watch is ready")) {
                said = up.line();
            }
            pause(of(options, "--settle"));
            long asked = plant.farm().numbers("spread")[0];
            if (asked != feeds) {
                throw new IllegalStateException(
                        "only " + asked + " of " + feeds + " feeds were asked until it settled");
            }
            var answersBefore = Counts.now(plant.farm());
            var before = sizes(data);
            double cpu = up.cpuSeconds();
            double busy = Machine.busySeconds();
            long start = System.nanoTime();
            pause(seconds);
            double took = (System.nanoTime() - start) / 1e9;
            cpu = up.cpuSeconds() - cpu;
            busy = Machine.busySeconds() - busy;
            var after = sizes(data);
            var answers = Counts.now(plant.farm());
            out.append(
                    ("All-in-one (heap %d MiB) with %d quiet feeds, each asked about every %d minutes, %.0f s after it had settled:"
                            + " **%.1f %% of a core** (the rest of the machine: %.1f %%), %d MiB resident, %d answers of 304 and %d others.\n\n")
                            .formatted(of(options, "--heap"), feeds, of(options, "--minutes-between"), took,
                                    100 * cpu / took,
                                    100 * (busy - cpu) / took, up.mebibytes("VmRSS"),
                                    answers.get(Answer.NOT_MODIFIED) - answersBefore.get(Answer.NOT_MODIFIED),
                                    answers.get(Answer.FULL) - answersBefore.get(Answer.FULL)));
            growth(before, after, took, out);
        }
    }

    private static void growth(Map<String, Long> before, Map<String, Long> after, double seconds, Appendable out)
            throws IOException {
        long all = total(after) - total(before);
        out.append(
                "The data folder grew by **%.2f KB/s**; the folders that grew most, bytes a second:\n\n".formatted(all
                        / seconds / 1_000))
                .append("| folder | B/s |\n|---|--:|\n");
        var grown = after.entrySet().stream()
                .map(each -> Map.entry(each.getKey(), each.getValue() - before.getOrDefault(each.getKey(), 0L)))
                .filter(each -> each.getValue() != 0)
                .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
                .limit(SHOWN).toList();
        for (var each : grown) {
            out.append("| %s | %.0f |\n".formatted(each.getKey(), each.getValue() / seconds));
        }
    }

    private static long total(Map<String, Long> sizes) {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Bytes that take room on the disk, by folder; partitions of a topic as one. Files with holes count as what they take. */
    private static Map<String, Long> sizes(Path data) throws IOException {
        var process = new ProcessBuilder("find", data.toString(), "-type", "f", "-printf", "%s %b %P\\n").start();
        var sizes = new LinkedHashMap<String, Long>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().map(line -> line.split(" ", 3)).forEach(parts -> {
                Path file = Path.of(parts[2]);
                String folder = file.getParent() == null ? "." : file.getParent().toString().replaceAll("-\\d+$", "");
                long blocks = Long.parseLong(parts[1]) * 512;
                sizes.merge(folder, Math.min(Long.parseLong(parts[0]), blocks == 0 ? Long.MAX_VALUE : blocks),
                        Long::sum);
            });
        }
        return sizes;
    }

    private static void pause(int seconds) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
