package caspianwatch.bench.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How much the machine has to spare: the time of a fixed piece of work on every processor at once, and who else works. */
final class Machine {
    private static final long STEPS = 100_000_000;
    private static final int TICKS_A_SECOND = 100;

    private final List<Double> spins = new ArrayList<>();

    /** Seconds of the slowest thread; always the same work. */
    double spin() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        long start = System.nanoTime();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            threads.add(Thread.ofPlatform().start(Machine::work));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        spins.add(seconds);
        return seconds;
    }

    private static void work() {
        long x = 88_172_645_463_325_252L;
        for (long i = 0; i < STEPS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        if (x == 0) {
            throw new IllegalStateException("never with this start; it keeps the loop from being left out");
        }
    }

    /** By how many percent the slowest and the median spin took longer than the fastest. */
    String noise() {
        var sorted = spins.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return "no spin";
        }
        double fastest = sorted.getFirst();
        return "%d spins of %.0f ms; the median took %.0f %% longer than the fastest, the slowest %.0f %%".formatted(
                sorted.size(), fastest * 1e3, (sorted.get(sorted.size() / 2) / fastest - 1) * 100,
                (sorted.getLast() / fastest - 1) * 100);
    }

    /** Seconds that all processors together have worked for anybody, and what a host took from us. */
    static double busySeconds() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            long[] ticks = lines.findFirst().map(line -> Arrays.stream(line.strip().split(" +")).skip(1)
                    .mapToLong(Long::parseLong).toArray()).orElseThrow();
            // user nice system idle iowait irq softirq steal
            return (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6] + ticks[7]) / (double) TICKS_A_SECOND;
        }
    }
}
