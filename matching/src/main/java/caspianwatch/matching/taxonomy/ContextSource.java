package caspianwatch.matching.taxonomy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A context as its YAML says.
 *
 * @param words language to the words that open it
 * @param years pairs of first and last year
 */
record ContextSource(@Nullable String name, @Nullable Double factor, Context.@Nullable Reach reach,
        @Nullable Map<String, List<String>> words, @Nullable List<List<Integer>> years) {}
