package caspianwatch.matching;

import caspianwatch.contract.Evidence;
import caspianwatch.contract.Tag;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.query.Cost;
import caspianwatch.matching.query.Evaluation;
import caspianwatch.matching.query.KnownNames;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Parser;
import caspianwatch.matching.query.Printer;
import caspianwatch.matching.query.Shape;
import caspianwatch.matching.query.SyntaxException;
import caspianwatch.matching.term.Lexicon;
import caspianwatch.matching.why.Explanation;
import caspianwatch.matching.why.Holding;
import caspianwatch.matching.why.QueryGaps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query in the query language: of a subscription, of a search, of the wire's filter. Immutable. */
public final class Query {
    private final Node root;
    private final Set<String> tagIds;
    private final List<Parser.Note> notes;
    private final Lexicon lexicon = new Lexicon();

    private Query(Parser.Parsed parsed, Set<String> tagIds) {
        this.root = parsed.node();
        this.notes = parsed.notes();
        this.tagIds = tagIds;
        Shape.terms(root).forEach(lexicon::add);
    }

    /** Reads a query; {@link QueryException} says what is wrong and where. A tag that the taxonomy does not have is wrong. */
    public static Query parse(String text) throws QueryException {
        return parse(text, true);
    }

    /**
     * Reads a query that was saved earlier.
     *
     * @param tagsMustBeKnown false where a tag that has since left the taxonomy is no mistake, but never matches
     */
    static Query parse(String text, boolean tagsMustBeKnown) throws QueryException {
        var names = names();
        try {
            return new Query(Parser.read(text, names, tagsMustBeKnown), names.tags());
        } catch (SyntaxException e) {
            throw new QueryException(String.valueOf(e.getMessage()), e.position());
        }
    }

    /** The tags of the built-in taxonomy, and the places and all other names of the built-in gazetteer. */
    static KnownNames names() {
        return new KnownNames(Taxonomy.builtIn().rules().ids(), Gazetteer.builtIn()::places,
                Gazetteer.builtIn()::named);
    }

    /** The canonical text: parsing it gives an equal query. */
    public String print() {
        return Printer.print(root, tagIds);
    }

    /** What is allowed in the text but probably not meant; of no account for equality. */
    public List<Parser.Note> notes() {
        return notes;
    }

    /** How much of the stream it meets, by a rough estimate. */
    public Cost cost() {
        return Cost.of(root, tagIds);
    }

    /** Why the article matches, in text order; empty where it does not match. A match on tags alone has the tags' evidence. */
    public Optional<List<Evidence>> match(TaggedArticle article) {
        var view = view(article, lexicon);
        return Evaluation.matches(root, view)
                ? Optional.of(Evaluation.why(root, view, tagIds).evidence())
                : Optional.empty();
    }

    /** Why the article matches, or the fewest clauses that keep it from matching. */
    public Explanation.OfQuery why(TaggedArticle article) {
        var view = view(article, lexicon);
        var held = Holding.of(root, view, tagIds);
        return new Explanation.OfQuery(print(), print(), Evaluation.matches(root, view),
                QueryGaps.of(root, view, tagIds), held);
    }

    Node root() {
        return root;
    }

    static ArticleView view(TaggedArticle tagged, Lexicon lexicon) {
        Map<String, Tag> tags = new LinkedHashMap<>();
        tagged.tags().forEach(tag -> tags.put(tag.id(), tag));
        return ArticleView.of(tagged.article(), tagged.language(), tags, tagged.severity().digit(), lexicon)
                .with(tagged.entities());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Query query && query.root.equals(root);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }

    @Override
    public String toString() {
        return print();
    }
}
