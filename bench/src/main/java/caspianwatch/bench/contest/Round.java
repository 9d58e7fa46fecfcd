package caspianwatch.bench.contest;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Matching for some time. Every thread takes the next batch until the time is over; a batch that was begun counts. */
final class Round {
    private Round() {}

    static <A> String of(Contender<A> contender, List<A> articles, int threads, int batch, long millis)
            throws InterruptedException {
        var next = new AtomicInteger();
        var hits = new AtomicLong();
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        Callable<Long> work = () -> {
            long mine = 0;
            while (System.nanoTime() < end) {
                int from = next.getAndIncrement() * batch % articles.size();
                mine += contender.count(articles.subList(from, Math.min(articles.size(), from + batch)));
            }
            return hits.addAndGet(mine);
        };
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var done : pool.invokeAll(Collections.nCopies(threads, work))) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a matching thread failed", e.getCause());
        }
        long nanos = System.nanoTime() - start;
        return (long) next.get() * batch + " " + nanos + " " + hits;
    }
}
