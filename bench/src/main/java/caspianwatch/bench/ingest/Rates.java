package caspianwatch.bench.ingest;

import caspianwatch.bench.ingest.Plot.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;

/** One ingest process at work: its start, its steady rates under each mode of the farm, and what it needs of memory. */
final class Rates {
    /** At the start feeds have an interval as on the real web, so that it spreads them as it does there. */
    private static final Duration REAL = Duration.ofMinutes(15);
    /** Afterwards more is due than can be done. */
    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final long START_WITHIN = Duration.ofMinutes(5).toNanos();
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final Duration RUN_IN = Duration.ofSeconds(1);
    private static final Duration TO_REST = Duration.ofMillis(700);

    private final IngestOptions options;
    private final Machine machine;
    private final Plant plant;
    private final Plant.Broker broker;
    private final Committed committed;
    private final Child ingest;
    private final Start start;

    /** How the first polls went: seconds, and the most requests of one second. */
    record Start(double medianAsked, double lastAsked, long most, double seconds, long articles, long mebibytes,
            int demandPerSecond) {}

    /** One mode of the farm. */
    record Measured(Mode mode, Rounds feeds, Map<Answer, Rounds> answers, Rounds polls, Rounds articles,
            Rounds statuses, Rounds ingestCpu, Rounds brokerCpu, Rounds farmCpu, Rounds others, long mostAtOnce,
            long leastGapMillis) {}

    /** In MiB: resident at the end and at the most, heap that is in use after a collection. */
    record Memory(long resident, long peak, long heap) {}

    private record Moment(long nanos, Counts answers, Map<String, Map<TopicPartition, Long>> ends, double ingest,
            double broker, double farm, double all) {}

    /** Starts everything and waits until each feed has been read once. */
    Rates(IngestOptions options, Plant plant, Path folder, Machine machine) throws IOException, InterruptedException {
        this.options = options;
        this.machine = machine;
        this.plant = plant;
        machine.spin();
        broker = plant.broker();
        plant.feeds(broker.servers(), REAL);
        committed = new Committed(broker.servers());
        ingest = plant.ingest(broker.servers(), options.heapMib());
        start = awaitAll(folder);
        plant.feeds(broker.servers(), OFTEN);
    }

    Start start() {
        return start;
    }

    private Start awaitAll(Path folder) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long asked = 0;
        while (asked < options.feeds() || answered() < options.feeds()) {
            pause(Duration.ofMillis(200));
            asked = plant.farm().numbers("spread")[0];
            if (!ingest.alive() || System.nanoTime() - begun > START_WITHIN) {
                throw new IllegalStateException("only " + asked + " of " + options.feeds()
                        + " feeds were asked; " + folder.resolve("ingest.log") + " may say why");
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        pause(Duration.ofSeconds(2));
        long[] spread = plant.farm().numbers("spread");
        var ends = committed.end(Committed.ARTICLES);
        var beginning = new LinkedHashMap<TopicPartition, Long>();
        ends.keySet().forEach(partition -> beginning.put(partition, 0L));
        return new Start(spread[1] / 1e3, spread[2] / 1e3, spread[3], seconds, committed.between(beginning, ends),
                ingest.mebibytes("VmRSS"), (int) (options.feeds() / OFTEN.toSeconds()));
    }

    private long answered() throws IOException {
        return Counts.now(plant.farm()).all();
    }

    /** The steady rates under a mode. */
    Measured measure(Mode mode) throws IOException, InterruptedException {
        plant.farm().ask("mode " + mode.name());
        pause(SETTLE);
        plant.farm().ask("manners");
        var moments = new ArrayList<List<Moment>>();
        for (int i = 0; i < options.rounds(); i++) {
            rest();
            plant.farm().ask("release");
            pause(RUN_IN);
            var from = moment();
            pause(Duration.ofSeconds(options.seconds()));
            moments.add(List.of(from, moment()));
        }
        rest();
        plant.farm().ask("release");
        return counted(mode, moments);
    }

    /** Answers wait while the spin is timed, so that ingest has nothing to do. */
    private void rest() throws IOException, InterruptedException {
        plant.farm().ask("hold");
        pause(TO_REST);
        machine.spin();
    }

    private Moment moment() throws IOException, InterruptedException {
        return new Moment(System.nanoTime(), Counts.now(plant.farm()), committed.ends(), ingest.cpuSeconds(),
                broker.process().cpuSeconds(), plant.farm().cpuSeconds(), Machine.busySeconds());
    }

    private Measured counted(Mode mode, List<List<Moment>> moments) throws IOException {
        var answers = new LinkedHashMap<Answer, Rounds>();
        var measured = new Measured(mode, new Rounds(), answers, new Rounds(), new Rounds(), new Rounds(),
                new Rounds(), new Rounds(), new Rounds(), new Rounds(), 0, 0);
        for (var round : moments) {
            var from = round.getFirst();
            var to = round.getLast();
            double seconds = (to.nanos() - from.nanos()) / 1e9;
            long all = 0;
            for (var answer : Answer.values()) {
                long more = to.answers().get(answer) - from.answers().get(answer);
                answers.computeIfAbsent(answer, _ -> new Rounds()).add(more / seconds);
                all += more;
            }
            measured.feeds().add(all / seconds);
            measured.polls().add(records(Committed.POLLS, from, to) / seconds);
            measured.articles().add(records(Committed.ARTICLES, from, to) / seconds);
            measured.statuses().add(records(Committed.STATUS, from, to) / seconds);
            measured.ingestCpu().add((to.ingest() - from.ingest()) / seconds);
            measured.brokerCpu().add((to.broker() - from.broker()) / seconds);
            measured.farmCpu().add((to.farm() - from.farm()) / seconds);
            measured.others().add((to.all() - from.all() - (to.ingest() - from.ingest())
                    - (to.broker() - from.broker()) - (to.farm() - from.farm())) / seconds);
        }
        long[] manners = plant.farm().numbers("manners");
        return new Measured(mode, measured.feeds(), answers, measured.polls(), measured.articles(),
                measured.statuses(), measured.ingestCpu(), measured.brokerCpu(), measured.farmCpu(),
                measured.others(), manners[0], manners[1]);
    }

    private long records(String topic, Moment from, Moment to) {
        return committed.between(Objects.requireNonNull(from.ends().get(topic)),
                Objects.requireNonNull(to.ends().get(topic)));
    }

    /** At the end, when nothing is in flight. */
    Memory memory() throws IOException, InterruptedException {
        plant.farm().ask("hold");
        pause(TO_REST);
        long heap = ingest.heapAfterCollection();
        var memory = new Memory(ingest.mebibytes("VmRSS"), ingest.mebibytes("VmHWM"), heap);
        committed.close();
        return memory;
    }

    private static void pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
