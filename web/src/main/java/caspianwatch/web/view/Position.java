package caspianwatch.web.view;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/** Where an item stands in a list, newest first. It depends on the item alone, so a cursor made of it survives arrivals. */
public record Position(Instant at, String id) implements Comparable<Position> {
    private static final Comparator<Position> NEWEST_FIRST = Comparator.comparing(Position::at).reversed()
            .thenComparing(Position::id);

    @Override
    public int compareTo(Position other) {
        return NEWEST_FIRST.compare(this, other);
    }

    /** An opaque text for URLs. */
    public String cursor() {
        String text = at.getEpochSecond() + "." + at.getNano() + "." + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The position that a cursor stands for; empty where it is none of ours. */
    public static Optional<Position> ofCursor(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\.", 3);
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new Position(
                            Instant.ofEpochSecond(Long.parseLong(parts[0]), Integer.parseInt(parts[1])), parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }
}
