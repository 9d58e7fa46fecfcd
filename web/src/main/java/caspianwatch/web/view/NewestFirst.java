package caspianwatch.web.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest items of a kind, bounded. An item that comes again replaces the older one in its place. One thread writes,
 * any number read.
 */
public final class NewestFirst<T> {
    private final int capacity;
    private final Function<T, Position> position;
    private final Function<T, Collection<String>> references;
    private final ConcurrentNavigableMap<Position, T> items = new ConcurrentSkipListMap<>();
    private final Map<String, Position> positions = new ConcurrentHashMap<>();
    private final Map<String, NavigableSet<Position>> referring = new ConcurrentHashMap<>();

    NewestFirst(int capacity, Function<T, Position> position, Function<T, Collection<String>> references) {
        this.capacity = capacity;
        this.position = position;
        this.references = references;
    }

    /** Adds or replaces; returns what it replaced. The oldest item goes when there are too many. */
    @Nullable
    T put(T item) {
        Position own = position.apply(item);
        Position first = positions.putIfAbsent(own.id(), own);
        Position place = first == null ? own : first;
        T older = items.put(place, item);
        if (older != null) {
            unrefer(older, place);
        }
        references.apply(item)
                .forEach(ref -> referring.computeIfAbsent(ref, _ -> new ConcurrentSkipListSet<>()).add(place));
        if (positions.size() > capacity) {
            remove(items.lastKey().id());
        }
        return older;
    }

    /** Removes, if it is there. */
    void remove(String id) {
        Position place = positions.remove(id);
        T gone = place == null ? null : items.remove(place);
        if (place != null && gone != null) {
            unrefer(gone, place);
        }
    }

    /** How many it holds. */
    public int size() {
        return positions.size();
    }

    /** The item of this id. */
    public Optional<T> get(String id) {
        Position place = positions.get(id);
        return place == null ? Optional.empty() : Optional.ofNullable(items.get(place));
    }

    /** The items, newest first, as they are while the stream is read. */
    public Stream<T> stream() {
        return items.values().stream();
    }

    /** The items older than a position, newest first. */
    public Stream<T> after(Position from) {
        return items.tailMap(from, false).values().stream();
    }

    /** The items that refer to something, newest first. */
    public List<T> referringTo(String reference) {
        NavigableSet<Position> places = referring.get(reference);
        return places == null ? List.of() : places.stream().<T>mapMulti((place, out) -> {
            T item = items.get(place);
            if (item != null) {
                out.accept(item);
            }
        }).toList();
    }

    /** Where an item stands. */
    public Position positionOf(T item) {
        Position own = position.apply(item);
        return positions.getOrDefault(own.id(), own);
    }

    private void unrefer(T item, Position place) {
        for (String ref : references.apply(item)) {
            referring.computeIfPresent(ref, (_, places) -> {
                places.remove(place);
                return places.isEmpty() ? null : places;
            });
        }
    }
}
