package caspianwatch.matching.gazetteer;

import org.jspecify.annotations.Nullable;

/** What a name stands for: an entry for sure, an entry in the right company, or something else altogether. */
sealed interface Claim {
    record Sure(GazetteerEntry entry) implements Claim {}

    record Doubtful(GazetteerEntry entry, Guard guard) implements Claim {}

    record SomethingElse() implements Claim {}

    /** Of claims to the same words the lower wins: company tells more than a name, and a name more than that it is none. */
    default int rank() {
        return switch (this) {
            case Doubtful(var entry, var guard) -> 0;
            case Sure(var entry) -> 1;
            case SomethingElse() -> 2;
        };
    }

    /** The entry; null for something else. */
    default @Nullable GazetteerEntry named() {
        return switch (this) {
            case SomethingElse() -> null;
            case Doubtful(var entry, var guard) -> entry;
            case Sure(var entry) -> entry;
        };
    }
}
