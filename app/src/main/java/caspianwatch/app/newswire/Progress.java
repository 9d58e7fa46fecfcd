package caspianwatch.app.newswire;

import caspianwatch.app.StartException;
import caspianwatch.contract.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the newswire is.
 *
 * @param port where its feeds are served, for ever: it is part of every link
 * @param published the instant of each report so far, in the script's order, in whole seconds as feeds have them
 */
record Progress(int port, List<Instant> published) {
    /** The backlog goes back this far for each of its reports. */
    private static final Duration BETWEEN_OLD_ONES = Duration.ofMinutes(7);

    Progress {
        published = List.copyOf(published);
    }

    /** The first day: a backlog that ends a few minutes ago. */
    static Progress opening(int port, int backlog, Instant now) {
        var dates = new ArrayList<Instant>();
        for (int back = backlog; back > 0; back--) {
            dates.add(now.minus(BETWEEN_OLD_ONES.multipliedBy(back)).truncatedTo(ChronoUnit.SECONDS));
        }
        return new Progress(port, dates);
    }

    /** One more report is out. */
    Progress publish(Instant now) {
        var dates = new ArrayList<>(published);
        dates.add(now.truncatedTo(ChronoUnit.SECONDS));
        return new Progress(port, dates);
    }

    static Optional<Progress> read(Path file) throws StartException {
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readString(file), Progress.class))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new StartException(
                    file + " cannot be read: delete the data folder to start the demo over (" + e.getMessage() + ")",
                    e);
        }
    }

    /** Whole or not at all, whenever the process dies. */
    void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(Json.write(this).getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
