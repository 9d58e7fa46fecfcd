package caspianwatch.matching;

import java.util.List;

/** The tags and the rules that give them, as data. */
@SuppressWarnings("DoNotCallSuggester")
public final class Taxonomy {
    private Taxonomy() {}

    /**
     * A tag as readers see it.
     *
     * @param colour {@code #rrggbb}
     */
    public record TagInfo(String id, String name, String group, String colour) {}

    /** The taxonomy that ships with the product. */
    public static Taxonomy builtIn() {
        throw new IllegalStateException("not written yet");
    }

    /** Changes whenever a rule changes. */
    public String version() {
        throw new IllegalStateException("not written yet");
    }

    /** Every tag, in the order of the files. */
    public List<TagInfo> tags() {
        throw new IllegalStateException("not written yet");
    }
}
