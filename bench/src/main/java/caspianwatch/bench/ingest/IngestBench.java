package caspianwatch.bench.ingest;

import caspianwatch.bench.ingest.Plot.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures ingest and prints its tables. */
public final class IngestBench {
    private IngestBench() {}

    /** {@code home} is the folder of the bench, {@code program} the folder with the jars of the program. */
    public static void run(List<String> args, Path folder, Path home, Path program, Appendable out)
            throws IOException {
        var options = IngestOptions.of(args);
        var machine = new Machine();
        var report = new IngestReport(options, out);
        try {
            var peers = new Peers(home.resolve("ingest"), folder);
            if (options.parts().contains("parse")) {
                try (var contest = new ParseContest(options, folder, program, peers, machine)) {
                    report.parse(contest.measure(options.rounds()), peers);
                }
            }
            if (options.parts().contains("rates") || options.parts().contains("newsboat")) {
                try (var plant = new Plant(folder, program, options.feeds())) {
                    farmed(options, folder, machine, plant, peers, report);
                }
            }
            report.noise(machine.noise());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void farmed(IngestOptions options, Path folder, Machine machine, Plant plant, Peers peers,
            IngestReport report) throws IOException, InterruptedException {
        if (options.parts().contains("newsboat") && peers.newsboat()) {
            report.newsboat(new NewsboatRun(options, folder, machine, plant).measure());
            plant.farm().ask("clear");
        }
        if (options.parts().contains("rates")) {
            var rates = new Rates(options, plant, folder, machine);
            report.start(rates.start());
            var measured = new ArrayList<Rates.Measured>();
            for (var mode : List.of(Mode.QUIET, Mode.MIXED, Mode.SAME, Mode.NEW)) {
                measured.add(rates.measure(mode));
            }
            report.rates(measured, rates.start().demandPerSecond());
            report.memory(rates.memory());
        }
    }
}
