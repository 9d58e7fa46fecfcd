package caspianwatch.matching;

import caspianwatch.contract.Entity;
import caspianwatch.matching.gazetteer.GazetteerBook;
import caspianwatch.matching.gazetteer.GazetteerEntry;
import caspianwatch.matching.gazetteer.GazetteerExample;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.taxonomy.RuleFile;
import caspianwatch.matching.term.LatinKazakhTerms;
import caspianwatch.matching.term.Lexicon;
import caspianwatch.matching.term.Term;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** States, navies, ports, ships and what else has a name in the region's news, as data. Immutable. */
public final class Gazetteer {
    private static final class Shipped {
        static final Gazetteer GAZETTEER = of(ShippedFiles.in("gazetteer"));
    }

    private final GazetteerBook book;
    private final String version;

    private Gazetteer(GazetteerBook book, String version) {
        this.book = book;
        this.version = version;
    }

    /** The gazetteer that ships with the product. */
    public static Gazetteer builtIn() {
        return Shipped.GAZETTEER;
    }

    /** Reads a gazetteer; {@link caspianwatch.matching.gazetteer.GazetteerException} names file, line and entry of what is wrong. */
    public static Gazetteer of(List<RuleFile> files) {
        return new Gazetteer(GazetteerBook.of(files), ShippedFiles.version(files.stream()));
    }

    /** A digest of the files. */
    public String version() {
        return version;
    }

    /** Every entry, in the order of the files. */
    public Collection<GazetteerEntry> entries() {
        return book.entries();
    }

    /** The entry of an id, which is also the id of the entities it gives. */
    public Optional<GazetteerEntry> find(String id) {
        return book.find(id);
    }

    /** The ids of the entries that lie somewhere and go by some words, in any language or as part of a longer name. */
    public Set<String> places(Term term) {
        return book.places(term);
    }

    /** The ids of the entries that have this id or go by this whole name, which is folded. */
    public Set<String> named(String name) {
        return book.named(name);
    }

    /** The sentences that stand beside the entries, for the build to run. */
    List<GazetteerExample> examples() {
        return book.examples();
    }

    /** The entries with doubtful names or longer ones that are something else. */
    Set<String> guarded() {
        return book.guarded();
    }

    /** Every entry's sure names by language, as they were written. */
    Map<String, Map<String, List<String>>> aliases() {
        return book.aliases();
    }

    /** The languages in which every entry has a name. */
    Map<String, Set<String>> languages() {
        return book.languages();
    }

    void addTo(Lexicon lexicon, LatinKazakhTerms kazakh) {
        book.names().terms().forEach(lexicon::add);
        book.kazakh().forEach(kazakh::add);
    }

    /** What an article names; its view must be of a lexicon with the names of this gazetteer. */
    List<Entity> entities(ArticleView view) {
        return book.names().entities(view);
    }
}
