package caspianwatch.web.desk;

import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.Rhythm;
import caspianwatch.web.view.KnownFeed;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** In which order feeds stand within their group. What is not known comes last. */
enum FeedSort {
    /** The worst state first. */
    STATE("ascending"),
    /** By title alone. */
    FEED("ascending"),
    /** What brought something last first. */
    NEW("descending"),
    /** The most entries a day first. */
    RHYTHM("descending"),
    /** What is asked soonest first. */
    NEXT("ascending");

    /** As {@code aria-sort} has it. */
    final String direction;

    FeedSort(String direction) {
        this.direction = direction;
    }

    Comparator<KnownFeed> order() {
        Comparator<KnownFeed> byThis = switch (this) {
            case STATE -> Comparator.comparingInt(each -> FeedRow.mark(each).rank());
            case FEED -> Comparator.comparingInt(_ -> 0);
            case NEW -> by(FeedStatus::lastNew, Comparator.nullsLast(Comparator.reverseOrder()));
            case RHYTHM -> Comparator.comparingDouble(each -> -perDay(each));
            case NEXT -> by(FeedStatus::nextDue, Comparator.nullsLast(Comparator.naturalOrder()));
        };
        return byThis.thenComparing(each -> each.feed().title().toLowerCase(Locale.ROOT));
    }

    /** The word in addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its word; by state for any other. */
    static FeedSort of(String word) {
        for (FeedSort each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return STATE;
    }

    private static Comparator<KnownFeed> by(Function<FeedStatus, @Nullable Instant> at,
            Comparator<@Nullable Instant> order) {
        return (one, other) -> order.compare(one.status() == null ? null : at.apply(one.status()),
                other.status() == null ? null : at.apply(other.status()));
    }

    private static double perDay(KnownFeed known) {
        Rhythm rhythm = known.status() == null ? null : known.status().rhythm();
        return rhythm == null ? 0 : rhythm.perDay();
    }
}
