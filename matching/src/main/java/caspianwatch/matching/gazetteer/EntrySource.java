package caspianwatch.matching.gazetteer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as its YAML says. Absent parts are null.
 *
 * @param at latitude and longitude
 * @param aliases language to names that mean nothing else
 * @param doubtful language to names that others share; they count where {@code needs} and {@code unless} allow it
 * @param needs one of these must hold; null for those of the file
 * @param not language to longer names in which this one stands and which mean something else
 */
record EntrySource(@Nullable String id, @Nullable String name, @Nullable String country, @Nullable List<Double> at,
        @Nullable Map<String, List<String>> aliases, @Nullable Map<String, List<String>> doubtful,
        @Nullable List<Need> needs, @Nullable List<Need> unless, @Nullable Map<String, List<String>> not,
        @Nullable Examples examples) {

    /**
     * Company in which a name stands.
     *
     * @param within how many words away one of the words may be
     * @param before whether it must stand before the name
     * @param quoted whether the name must follow a quotation mark
     * @param plain whether the name must stand without an ending
     */
    record Need(int within, @Nullable Map<String, List<String>> words, @Nullable List<String> sets, boolean before,
            boolean quoted, boolean plain) {}

    /** Sentences that must and must not name the entry; in those of a file, {@code {en}} is the first doubtful name in English. */
    record Examples(@JsonProperty("positive") @Nullable List<String> positive,
            @JsonProperty("negative") @Nullable List<String> negative) {}
}
