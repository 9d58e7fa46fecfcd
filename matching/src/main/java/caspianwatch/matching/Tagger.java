package caspianwatch.matching;

import caspianwatch.contract.Article;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Tag;
import java.util.List;

/** Tags articles. Immutable; any number of threads. */
@SuppressWarnings("DoNotCallSuggester")
public final class Tagger {
    private Tagger() {}

    /** What the taxonomy makes of an article. */
    public record Verdict(String language, List<Tag> tags, Severity severity, List<String> severityReasons) {}

    /** A tagger for a taxonomy. */
    public static Tagger of(Taxonomy taxonomy) {
        throw new IllegalStateException("not written yet");
    }

    /** Finds language, tags with evidence, and severity. */
    public Verdict tag(Article article) {
        throw new IllegalStateException("not written yet");
    }
}
