package caspianwatch.ingest;

import java.io.IOException;

/** Parses many documents in one JVM: JSON lines in, JSON lines out, as {@link ParseCommand#batch} says. */
public final class ParseBatch {
    private ParseBatch() {}

    public static void main(String[] args) throws IOException {
        ParseCommand.batch(System.in, System.out);
    }
}
