package caspianwatch.app.newswire;

import caspianwatch.app.FolderLock;
import caspianwatch.app.StartException;
import caspianwatch.contract.Feed;
import caspianwatch.contract.Ids;
import caspianwatch.runtime.Lifecycle;
import caspianwatch.runtime.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo newswire at work. */
public final class Newswire implements Service {
    private static final Logger log = LoggerFactory.getLogger(Newswire.class);
    private static final Duration POLLED_EVERY = Duration.ofSeconds(2);

    private final Lifecycle lifecycle = new Lifecycle();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Path file;
    private final Clock clock;
    private volatile Edition edition;

    private Newswire(Path file, Clock clock, Edition edition) {
        this.file = file;
        this.clock = clock;
        this.edition = edition;
    }

    /**
     * How it runs.
     *
     * @param port where it serves, at its first start; 0 takes a free one. Later starts keep the first one's
     * @param every time between two reports; zero or less publishes only when {@link #publishNext()} is called
     */
    public record Config(Path folder, int port, Duration every) {}

    /** Goes on where the folder says it was, or opens with the backlog. */
    public static Newswire start(Config config, Clock clock) throws StartException {
        Path home = config.folder().toAbsolutePath().normalize();
        Path file = home.resolve("newswire.json");
        Lifecycle opened = new Lifecycle();
        try {
            opened.add("lock", FolderLock.hold(home, "newswire.lock"));
            var kept = Progress.read(file);
            var server = opened.add("server", FeedServer.bind(kept.map(Progress::port).orElse(config.port())));
            var progress = kept.orElse(Progress.opening(server.port(), Script.BACKLOG, clock.instant()));
            progress.write(file);
            var newswire = new Newswire(file, clock, new Edition(Script.builtIn(), progress));
            newswire.lifecycle.add("files", opened);
            server.serve(() -> newswire.edition);
            newswire.publishEvery(config.every());
            return newswire;
        } catch (StartException e) {
            opened.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw new StartException("the demo newswire did not start: " + e.getMessage(), e);
        }
    }

    /** The feeds, as ingest wants them; their ids do not depend on the port. */
    public List<Feed> feeds() {
        return edition.script().feeds().stream()
                .map(outlet -> new Feed(Ids.of("newswire", outlet.id()), URI.create(edition.feedUrl(outlet)),
                        outlet.title(), outlet.country(), outlet.language(), outlet.kind(), null, outlet.reliability(),
                        POLLED_EVERY, true, null))
                .toList();
    }

    /** The address of its front page, without a slash at the end. */
    public String root() {
        return edition.root();
    }

    /** How many reports are out. */
    public int published() {
        return edition.progress().published().size();
    }

    /** Publishes the next report: first on disk, then in the feeds. False when there is none left. */
    public synchronized boolean publishNext() throws IOException {
        if (published() >= edition.script().articles().size()) {
            return false;
        }
        var next = edition.progress().publish(clock.instant());
        next.write(file);
        edition = new Edition(edition.script(), next);
        return true;
    }

    @Override
    public String name() {
        return "newswire";
    }

    @Override
    public int awaitStop() throws InterruptedException {
        closed.await();
        return 0;
    }

    @Override
    public void close() {
        lifecycle.close();
        closed.countDown();
    }

    private void publishEvery(Duration every) {
        if (!every.isPositive()) {
            return;
        }
        ScheduledExecutorService printer = lifecycle.add("printer", Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("newswire").factory()));
        var _ = printer.scheduleWithFixedDelay(() -> {
            try {
                if (!publishNext()) {
                    log.info("the newswire has published everything it has");
                    printer.shutdown();
                }
            } catch (IOException e) {
                log.warn("the newswire's next report waits: {} cannot be written: {}", file, e.getMessage());
            }
        }, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }
}
