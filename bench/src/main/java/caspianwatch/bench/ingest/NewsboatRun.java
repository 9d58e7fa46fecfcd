package caspianwatch.bench.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code newsboat -x reload} of feeds of the same farm, with as many threads as serve it best here. */
final class NewsboatRun {
    private static final int THREADS = 16;

    private final IngestOptions options;
    private final Path folder;
    private final Machine machine;
    private final Child farm;
    private final int port;

    /** Feeds a second: 50 new entries in each, then nothing but 304s; with the program's own start. */
    record Measured(Rounds full, Rounds quiet, int feeds, int threads) {}

    NewsboatRun(IngestOptions options, Path folder, Machine machine, Plant plant) {
        this.options = options;
        this.folder = folder;
        this.machine = machine;
        this.farm = plant.farm();
        this.port = plant.port();
    }

    Measured measure() throws IOException, InterruptedException {
        var measured = new Measured(new Rounds(), new Rounds(), Math.min(options.newsboat(), options.feeds()),
                THREADS);
        farm.ask("mode quiet");
        farm.ask("release");
        for (int i = 0; i < options.rounds(); i++) {
            Path home = Files.createDirectories(folder.resolve("newsboat-" + i));
            Files.writeString(home.resolve("config"), "reload-threads " + THREADS + "\nauto-reload no\n");
            Files.writeString(home.resolve("urls"), IntStream.range(0, measured.feeds())
                    .mapToObj(feed -> Hosts.url(feed, port)).collect(Collectors.joining("\n", "", "\n")));
            machine.spin();
            measured.full().add(measured.feeds() / reload(home, measured.feeds(), Answer.FULL));
            machine.spin();
            measured.quiet().add(measured.feeds() / reload(home, measured.feeds(), Answer.NOT_MODIFIED));
        }
        machine.spin();
        return measured;
    }

    /** Seconds; every feed must have been answered so. */
    private double reload(Path home, int feeds, Answer expected) throws IOException, InterruptedException {
        long before = Counts.now(farm).get(expected);
        long start = System.nanoTime();
        var process = new ProcessBuilder("newsboat", "-C", home.resolve("config").toString(), "-u",
                home.resolve("urls").toString(), "-c", home.resolve("cache.db").toString(), "-x", "reload")
                .redirectErrorStream(true).redirectOutput(folder.resolve("newsboat.log").toFile()).start();
        process.getOutputStream().close();
        int code = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        long answered = Counts.now(farm).get(expected) - before;
        if (code != 0 || answered != feeds) {
            throw new IllegalStateException("newsboat ended with " + code + ", " + answered + " of " + feeds
                    + " feeds were answered with " + expected + "; " + folder.resolve("newsboat.log"));
        }
        return seconds;
    }
}
