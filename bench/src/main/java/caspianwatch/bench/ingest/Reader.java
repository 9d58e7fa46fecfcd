package caspianwatch.bench.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A reader of feed documents in a process of its own: a line for each document in, a line out.
 *
 * @param asked how a file is named to it
 * @param entries how many entries its line tells of
 */
record Reader(String name, Child process, Function<Path, String> asked,
        ToIntFunction<String> entries) implements AutoCloseable {

    /** Parses all documents once; how many entries each has. */
    List<Integer> read(List<Path> documents) throws IOException {
        var lines = new StringBuilder();
        documents.forEach(document -> lines.append(asked.apply(document)).append('\n'));
        process.tell(lines.toString());
        var counts = new ArrayList<Integer>();
        for (int i = 0; i < documents.size(); i++) {
            counts.add(entries.applyAsInt(process.line()));
        }
        return counts;
    }

    @Override
    public void close() {
        process.close();
    }
}
