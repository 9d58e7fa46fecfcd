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

    private long notModified;

    /**
     * Feeds a second, with the program's own start.
     *
     * @param full with 50 new entries each
     * @param quiet with nothing new
     * @param notModified how many of the latter were answered with 304, for which it must have asked
     */
    record Measured(Rounds full, Rounds quiet, int feeds, int threads, long notModified) {}

    NewsboatRun(IngestOptions options, Path folder, Machine machine, Plant plant) {
        this.options = options;
        this.folder = folder;
        this.machine = machine;
        this.farm = plant.farm();
        this.port = plant.port();
    }

    Measured measure() throws IOException, InterruptedException {
        var measured = new Measured(new Rounds(), new Rounds(), Math.min(options.newsboat(), options.feeds()),
                THREADS, 0);
        farm.ask("mode quiet");
        farm.ask("release");
        for (int i = 0; i < options.rounds(); i++) {
            Path home = Files.createDirectories(folder.resolve("newsboat-" + i));
            Files.writeString(home.resolve("config"), "reload-threads " + THREADS + "\nauto-reload no\n");
            Files.writeString(home.resolve("urls"), IntStream.range(0, measured.feeds())
                    .mapToObj(feed -> Hosts.url(feed, port)).collect(Collectors.joining("\n", "", "\n")));
            machine.spin();
            measured.full().add(reload(home, measured.feeds()));
            machine.spin();
            measured.quiet().add(reload(home, measured.feeds()));
        }
        machine.spin();
        return new Measured(measured.full(), measured.quiet(), measured.feeds(), THREADS, notModified);
    }

    /** Feeds a second; every feed must have been answered. */
    private double reload(Path home, int feeds) throws IOException, InterruptedException {
        var before = Counts.now(farm);
        long start = System.nanoTime();
        var process = new ProcessBuilder("newsboat", "-C", home.resolve("config").toString(), "-u",
                home.resolve("urls").toString(), "-c", home.resolve("cache.db").toString(), "-x", "reload")
                .redirectErrorStream(true).redirectOutput(folder.resolve("newsboat.log").toFile()).start();
        process.getOutputStream().close();
        int code = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        var after = Counts.now(farm);
        if (code != 0 || after.all() - before.all() != feeds) {
            throw new IllegalStateException("newsboat ended with " + code + ", " + (after.all() - before.all())
                    + " of " + feeds + " feeds were answered; " + folder.resolve("newsboat.log"));
        }
        notModified = after.get(Answer.NOT_MODIFIED) - before.get(Answer.NOT_MODIFIED);
        return feeds / seconds;
    }
}
