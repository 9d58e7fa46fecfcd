package caspianwatch.bench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The tables, in Markdown. */
final class IngestReport {
    private final IngestOptions options;
    private final Appendable out;

    IngestReport(IngestOptions options, Appendable out) {
        this.options = options;
        this.out = out;
    }

    void parse(ParseContest.Measured measured, Peers peers) {
        double mebibytes = measured.bytes() / (double) measured.documents() / (1 << 20);
        line(("Parsing: %d documents of %d entries, %.0f KiB each on average, one process and one document at a time; all readers"
                + " find the same number of entries in every document. The median of %d rounds; ± is half the way from the slowest to the fastest.")
                .formatted(measured.documents(), Documents.ENTRIES, mebibytes * 1024, options.rounds()));
        line("");
        line("| reader | documents/s | entries/s | MiB/s | ours to it |");
        line("|---|--:|--:|--:|--:|");
        double ours = measured.rates().values().iterator().next().median();
        measured.rates().forEach((name, rounds) -> line("| %s | %s | %,.0f | %.1f | %.1f |".formatted(name,
                rounds.told(), rounds.median() * Documents.ENTRIES, rounds.median() * mebibytes,
                ours / rounds.median())));
        line("");
        line(peers.told() + ".");
        line("");
    }

    void newsboat(NewsboatRun.Measured measured) {
        line(("newsboat, `-x reload` of %,d feeds of the farm with %d threads, its own start included: %s feeds/s the first time (50 new"
                + " entries each), %s feeds/s when nothing is new, %,d of them answered with 304.")
                .formatted(measured.feeds(), measured.threads(),
                        measured.full().told(), measured.quiet().told(), measured.notModified()));
        line("");
    }

    void start(Rates.Start start) {
        line(("Start of one ingest process (heap %d MiB) on %,d feeds that it has never seen, each with %d entries: half of them asked"
                + " %.0f s after the first, the last after %.0f s, at most %,d in one second; all of them read, and %,d articles"
                + " committed, within %.0f s of the process's start: %.0f feeds/s and %,.0f articles/s on average, with a cold"
                + " virtual machine. Resident then: %d MiB.").formatted(options.heapMib(), options.feeds(),
                        Documents.ENTRIES, start.medianAsked(), start.lastAsked(), start.most(), start.articles(),
                        start.seconds(), options.feeds() / start.seconds(), start.articles() / start.seconds(),
                        start.mebibytes()));
        line("");
    }

    void rates(List<Rates.Measured> measured, int demand) {
        line(("Steady rates, %d rounds of %d s each; %,d feeds/s would be due. Requests from the server's log; polls, articles and"
                + " statuses are committed records of the topics. Processors as cores.").formatted(options.rounds(),
                        options.seconds(), demand));
        line("");
        line("| answers | feeds/s | polls committed/s | articles committed/s | statuses/s | ingest, cores | broker | server | others | ingest, ms of processor a feed |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (var each : measured) {
            line("| %s | %s | %s | %s | %s | %s | %s | %s | %s | %.2f |".formatted(words(each), each.feeds().told(),
                    each.polls().told(), each.articles().plain(), each.statuses().plain(), each.ingestCpu().plain(),
                    each.brokerCpu().plain(), each.farmCpu().plain(), each.others().plain(),
                    each.ingestCpu().median() / each.feeds().median() * 1_000));
        }
        line("");
        long most = measured.stream().mapToLong(Rates.Measured::mostAtOnce).max().orElse(0);
        long least = measured.stream().mapToLong(Rates.Measured::leastGapMillis).min().orElse(0);
        line("No host was asked by more than %d at once, and none sooner than %,d ms after its last answer.".formatted(
                most,
                least));
        line("");
    }

    private static String words(Rates.Measured measured) {
        return switch (measured.mode()) {
            case QUIET -> "304";
            case SAME -> "50 entries, nothing new";
            case NEW -> "50 entries, all new";
            case MIXED -> "mixed: %s 304, %s in full with 3 new, %s after 2 s, %s broken".formatted(
                    rate(measured, Answer.NOT_MODIFIED), rate(measured, Answer.FULL), rate(measured, Answer.SLOW),
                    rate(measured, Answer.BROKEN));
        };
    }

    private static String rate(Rates.Measured measured, Answer answer) {
        return Objects.requireNonNull(measured.answers().get(answer)).plain() + "/s";
    }

    void memory(Rates.Memory memory) {
        line("Memory of ingest with %,d feeds, heap %d MiB: %d MiB resident at the end, %d MiB at the most; %d MiB of heap in use after a collection."
                .formatted(options.feeds(), options.heapMib(), memory.resident(), memory.peak(), memory.heap()));
        line("");
    }

    void noise(String noise) {
        line("The machine, %d processors: %s.".formatted(Runtime.getRuntime().availableProcessors(), noise));
    }

    private void line(String line) {
        try {
            out.append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
