package caspianwatch.matching.taxonomy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An article that must, or must not, get a tag.
 *
 * @param where file, line, tag and number of the example, for messages
 * @param text empty where the example is a title only
 */
public record RuleExample(String where, String tag, boolean positive, String lang, String title, String text) {

    static Stream<RuleExample> of(TaxonomyReader.Read read) {
        var examples = read.tag().examples();
        return examples == null
                ? Stream.empty()
                : Stream.concat(list(read, true, examples.positive()), list(read, false, examples.negative()));
    }

    private static Stream<RuleExample> list(TaxonomyReader.Read read, boolean positive,
            @Nullable List<TagSource.Example> list) {
        if (list == null) {
            return Stream.empty();
        }
        return IntStream.range(0, list.size()).mapToObj(i -> {
            var example = list.get(i);
            String kind = positive ? "positive" : "negative";
            String where = read.place().where("examples." + kind + "." + i) + ", " + kind + " example " + (i + 1);
            return new RuleExample(where, String.valueOf(read.tag().id()), positive, example.lang(), example.title(),
                    example.text() == null ? "" : example.text());
        });
    }
}
