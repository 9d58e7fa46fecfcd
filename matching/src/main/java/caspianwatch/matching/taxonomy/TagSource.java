package caspianwatch.matching.taxonomy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tag as its YAML says. Absent parts are null.
 *
 * @param parent id of the wider tag
 * @param hidden whether it only serves other rules
 * @param terms language to term to points
 * @param sets name of a set to the points of each of its terms
 * @param unless ids of tags that rule this one out
 */
record TagSource(@Nullable String id, @Nullable String name, @Nullable String group, @Nullable String colour,
        @Nullable String parent, boolean hidden, boolean mandatory, @Nullable Integer severity,
        @Nullable Threshold threshold, @Nullable Weights weights,
        @Nullable Map<String, Map<String, Double>> terms, @Nullable Map<String, Double> sets,
        @Nullable List<Near> near, @Nullable List<Home> home, @Nullable Requires requires,
        @Nullable List<String> unless,
        @Nullable List<Exclude> excludes, @Nullable String when, @Nullable Examples examples) {

    /** Points needed, by how much of the story the entry brought. */
    record Threshold(@Nullable Double title, @Nullable Double summary, @Nullable Double full) {}

    /** Factors, by where a hit stands. */
    record Weights(@Nullable Double title, @Nullable Double lead, @Nullable Double text, @Nullable Double most,
            @Nullable Double across) {}

    /** Sets within so many words of one another. */
    record Near(List<String> of, int within, double points) {}

    /** Sets of words that in one language mean its own state, unless a word of the others is near. */
    record Home(@Nullable String lang, @Nullable List<String> sets, @Nullable List<String> others, int within,
            boolean ownerFollows, boolean ownerEither, @Nullable Double points) {}

    /** Sets or {@code tag:id}, one of which must be there; within 0 is anywhere in the article. */
    record Requires(List<String> any, int within) {}

    /** Words that void hits inside them (within 0) or near them. */
    record Exclude(int within, @Nullable Map<String, List<String>> words, @Nullable List<String> sets) {}

    /** Articles that must and must not get the tag. */
    record Examples(@Nullable List<Example> positive, @Nullable List<Example> negative) {}

    /** One article. */
    record Example(String lang, String title, @JsonProperty("text") @Nullable String text) {}
}
