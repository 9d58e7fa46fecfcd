package caspianwatch.bench.ingest;

/** How the farm answered, as it stands in its log. */
enum Answer {
    NOT_MODIFIED, FULL, SLOW, BROKEN
}
