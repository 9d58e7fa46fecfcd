package caspianwatch.matching;

import caspianwatch.matching.taxonomy.RuleBook;
import caspianwatch.matching.taxonomy.RuleFile;
import java.util.List;

/** The tags and the rules that give them, as data. Immutable. */
public final class Taxonomy {
    private static final class Shipped {
        static final Taxonomy TAXONOMY = of(ShippedFiles.in("taxonomy"));
    }

    private final RuleBook rules;
    private final List<TagInfo> tags;

    private Taxonomy(RuleBook rules) {
        this.rules = rules;
        this.tags = rules.rules().stream().filter(rule -> !rule.hidden())
                .map(rule -> new TagInfo(rule.id(), rule.name(), rule.group(), rule.colour())).toList();
    }

    /**
     * A tag as readers see it.
     *
     * @param colour {@code #rrggbb}
     */
    public record TagInfo(String id, String name, String group, String colour) {}

    /** The taxonomy that ships with the product. */
    public static Taxonomy builtIn() {
        return Shipped.TAXONOMY;
    }

    /** Reads a taxonomy; {@link caspianwatch.matching.taxonomy.TaxonomyException} names file and tag of what is wrong. */
    public static Taxonomy of(List<RuleFile> files) {
        return new Taxonomy(RuleBook.of(files));
    }

    /** Changes whenever a rule changes. */
    public String version() {
        return rules.version();
    }

    /** Every tag, in the order of the files. */
    public List<TagInfo> tags() {
        return tags;
    }

    RuleBook rules() {
        return rules;
    }
}
