package caspianwatch.contract;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something with a name of its own that an article speaks of: a state, a navy, a port, a ship.
 *
 * @param id stable id of the gazetteer, such as {@code force.ru.caspian-flotilla}
 * @param kind one of {@link #KINDS}; a reader shows one it does not know as it is
 * @param name in English
 * @param latitude decimal degrees north, to a few kilometres; null where the entity has no place, together with the longitude
 * @param longitude decimal degrees east
 * @param evidence where it is named, in text order; never empty. Its {@code tag} is the empty string, its {@code rule}
 *     the alias as the gazetteer writes it
 */
public record Entity(String id, String kind, String name, @Nullable Double latitude, @Nullable Double longitude,
        List<Evidence> evidence) {

    /** What an entity can be; {@code place} is a sea, river, bay, island or region. */
    public static final Set<String> KINDS = Set.of("state", "force", "command", "port", "base", "field", "ship",
            "ship-class", "exercise", "treaty", "corridor", "place");

    public Entity {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("entity " + id + " without evidence");
        }
        if ((latitude == null) != (longitude == null)) {
            throw new IllegalArgumentException("entity " + id + " with half a place");
        }
        evidence = List.copyOf(evidence);
    }
}
