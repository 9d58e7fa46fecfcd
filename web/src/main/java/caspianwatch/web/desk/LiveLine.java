package caspianwatch.web.desk;

import caspianwatch.contract.TaggedArticle;
import caspianwatch.web.desk.LiveEvent.Numbered;
import caspianwatch.web.view.Views;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells every reader what changes. The last events are kept, so that a reader who comes back within them misses nothing;
 * one who was away longer, or knew another run of ours, is told to reload.
 */
final class LiveLine implements Views.Listener, AutoCloseable {
    static final int KEPT = 1_000;
    static final int READERS = 1_000;
    static final int READERS_OF_AN_ADDRESS = 10;

    private final String run;
    private final Deque<Numbered> kept = new ArrayDeque<>();
    private final Set<LiveReader> readers = new HashSet<>();
    private final Map<String, Integer> addresses = new HashMap<>();
    private long last;
    private boolean silent;
    private boolean closed;

    /**
     * @param run tells this run of the service from others
     * @param silent whether articles that come are the past being read back, until {@link #speak}
     */
    LiveLine(String run, boolean silent) {
        this.run = run;
        this.silent = silent;
    }

    /** The place after everything that has been told so far. */
    synchronized String place() {
        return run + "-" + last;
    }

    /** The place after an event. */
    String place(Numbered event) {
        return run + "-" + event.number();
    }

    /** A new reader who has seen everything up to a place; empty where there are too many, here or from its address. */
    synchronized Optional<LiveReader> join(String address, @Nullable String after) {
        int same = addresses.getOrDefault(address, 0);
        if (closed || readers.size() >= READERS || same >= READERS_OF_AN_ADDRESS) {
            return Optional.empty();
        }
        var reader = new LiveReader(address);
        readers.add(reader);
        addresses.put(address, same + 1);
        missed(after).forEach(reader::tell);
        return Optional.of(reader);
    }

    /** A reader who has gone. */
    synchronized void leave(LiveReader reader) {
        if (readers.remove(reader)) {
            addresses.computeIfPresent(reader.address(), (_, many) -> many == 1 ? null : many - 1);
        }
    }

    /** How many readers there are. */
    synchronized int size() {
        return readers.size();
    }

    @Override
    public void article(TaggedArticle article, @Nullable TaggedArticle older) {
        numbered(number -> older == null
                ? new LiveEvent.Arrived(number, article)
                : new LiveEvent.Changed(number, article));
    }

    @Override
    public void marked(TaggedArticle article) {
        numbered(number -> new LiveEvent.Changed(number, article));
    }

    /** Tells everyone how things stand. */
    synchronized void pulse(LiveEvent.Pulse pulse) {
        tell(pulse);
    }

    /** The past has been read back: from now on what comes is news, and pages made before must be loaded again. */
    synchronized void speak() {
        if (silent) {
            silent = false;
            tell(new LiveEvent.Reload());
        }
    }

    /** Sends every reader away. */
    @Override
    public synchronized void close() {
        closed = true;
        readers.forEach(LiveReader::end);
    }

    private synchronized void numbered(LongFunction<Numbered> make) {
        if (silent) {
            return;
        }
        var event = make.apply(++last);
        kept.addLast(event);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        tell(event);
    }

    private void tell(LiveEvent event) {
        readers.forEach(each -> each.tell(event));
    }

    private List<LiveEvent> missed(@Nullable String after) {
        if (after == null) {
            return List.of();
        }
        long seen = after.startsWith(run + "-") ? number(after.substring(run.length() + 1)) : -1;
        long oldest = kept.isEmpty() ? last + 1 : kept.getFirst().number();
        if (seen < 0 || seen > last || seen < oldest - 1) {
            return List.of(new LiveEvent.Reload());
        }
        var missed = new ArrayList<LiveEvent>();
        kept.stream().filter(each -> each.number() > seen).forEach(missed::add);
        return missed.size() > LiveReader.WAITING / 2 ? List.of(new LiveEvent.Reload()) : missed;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
