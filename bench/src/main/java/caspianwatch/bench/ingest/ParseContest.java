package caspianwatch.bench.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import caspianwatch.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The very same documents, read by us and by others, one at a time and one after the other. */
final class ParseContest implements AutoCloseable {
    /** The virtual machines compile what they need. */
    private static final long WARM_UP_NANOS = 8_000_000_000L;
    private static final long ROUND_NANOS = 2_000_000_000L;

    private final Machine machine;
    private final List<Path> documents = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();
    private long bytes;

    /** Documents a second of each reader, and how much they are together. */
    record Measured(Map<String, Rounds> rates, int documents, long bytes) {}

    ParseContest(IngestOptions options, Path folder, Path program, Peers peers, Machine machine) throws IOException {
        this.machine = machine;
        Path files = Files.createDirectories(folder.resolve("documents"));
        var writer = new Documents(Farm.SEED, Clock.systemUTC().instant());
        for (int i = 0; i < options.documents(); i++) {
            byte[] document = writer.of(i, Hosts.of(i), Documents.ENTRIES * (1 + i));
            documents.add(Files.write(files.resolve(i + ".xml"), document));
            bytes += document.length;
        }
        readers.add(ours(folder, program));
        readers.add(plain("Rome alone", folder, List.of(Child.java(), "-Xmx512m", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), RomeAlone.class.getName())));
        for (var peer : peers.readers().entrySet()) {
            readers.add(plain(peer.getKey(), folder, peer.getValue()));
        }
    }

    private static Reader ours(Path folder, Path program) throws IOException {
        var child = Child.start("parse", folder, Map.of(), true, List.of(Child.java(), "-Xmx512m",
                "-XX:+UseSerialGC", "-cp", program + "/*", "caspianwatch.app.cli.Main", "parse", "--batch"));
        return new Reader("Caspian Watch", child, file -> Json.write(Map.of("file", file.toString())),
                line -> Json.read(line, JsonNode.class).path("entries").size());
    }

    private static Reader plain(String name, Path folder, List<String> command) throws IOException {
        return new Reader(name, Child.start(name.replaceAll("[^A-Za-z]+", "-"), folder, Map.of(), true, command),
                Path::toString, Integer::parseInt);
    }

    Measured measure(int rounds) throws IOException, InterruptedException {
        agree();
        for (var reader : readers) {
            rate(reader, WARM_UP_NANOS);
        }
        var rates = new LinkedHashMap<String, Rounds>();
        for (int i = 0; i < rounds; i++) {
            for (var reader : readers) {
                machine.spin();
                rates.computeIfAbsent(reader.name(), _ -> new Rounds()).add(rate(reader, ROUND_NANOS));
            }
        }
        machine.spin();
        return new Measured(rates, documents.size(), bytes);
    }

    /** Everybody finds as many entries in each document. */
    private void agree() throws IOException {
        List<Integer> ours = readers.getFirst().read(documents);
        for (var reader : readers) {
            List<Integer> theirs = reader.read(documents);
            if (!theirs.equals(ours) || !ours.stream().allMatch(count -> count == Documents.ENTRIES)) {
                throw new IllegalStateException(reader.name() + " finds " + theirs + " entries, we " + ours);
            }
        }
    }

    private double rate(Reader reader, long nanos) throws IOException {
        long start = System.nanoTime();
        long read = 0;
        while (System.nanoTime() - start < nanos) {
            read += reader.read(documents).size();
        }
        return read / ((System.nanoTime() - start) / 1e9);
    }

    @Override
    public void close() {
        readers.forEach(Reader::close);
    }
}
