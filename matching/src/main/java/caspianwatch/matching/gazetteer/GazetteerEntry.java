package caspianwatch.matching.gazetteer;

import org.jspecify.annotations.Nullable;

/**
 * A thing with a name of its own.
 *
 * @param id its kind, a dot, and small letters, digits, dots and hyphens: {@code ship.ru.dagestan}
 * @param kind one of {@link caspianwatch.contract.Entity#KINDS}
 * @param name in English
 * @param country ISO 3166 code in capitals of the state it belongs to; null where it belongs to none or several
 * @param latitude decimal degrees north, to some kilometres; null, together with the longitude, where it has no place
 * @param longitude decimal degrees east
 */
public record GazetteerEntry(String id, String kind, String name, @Nullable String country, @Nullable Double latitude,
        @Nullable Double longitude) {}
