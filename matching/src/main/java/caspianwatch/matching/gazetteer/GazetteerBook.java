package caspianwatch.matching.gazetteer;

import caspianwatch.matching.taxonomy.RuleFile;
import caspianwatch.matching.term.Term;
import caspianwatch.matching.text.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All entries, checked: ids and sure names are of one entry only, sets are known. */
public final class GazetteerBook {
    private final GazetteerReader source;
    private final Map<String, GazetteerEntry> entries;
    private final Names names;
    private final Set<Term> kazakh;
    /** Made when first asked for. */
    private @Nullable PlaceNames places;
    /** Made when first asked for. */
    private @Nullable WholeNames whole;

    private GazetteerBook(GazetteerReader source, EntryCompiler compiled) {
        this.source = source;
        this.entries = compiled.entries();
        this.names = new Names(compiled.claims());
        this.kazakh = Set.copyOf(compiled.kazakh());
    }

    /** Compiles; {@link GazetteerException} says what is wrong in which file, line and entry. */
    public static GazetteerBook of(List<RuleFile> files) {
        var source = GazetteerReader.of(files);
        var compiler = new EntryCompiler(source.sets);
        source.entries.forEach(compiler::compile);
        return new GazetteerBook(source, compiler);
    }

    /** In the order of the files. */
    public Collection<GazetteerEntry> entries() {
        return entries.values();
    }

    /** The entry of an id. */
    public Optional<GazetteerEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** What finds entities. */
    public Names names() {
        return names;
    }

    /** The terms among them that are Kazakh. */
    public Set<Term> kazakh() {
        return kazakh;
    }

    /** The ids of the entries that lie somewhere and go by some words: by a whole name, or by words in a row of one. */
    public synchronized Set<String> places(Term term) {
        if (places == null) {
            places = new PlaceNames(names.named(), whole());
        }
        return places.of(term);
    }

    /** The ids of the entries that have this id or go by this whole name in any of its forms. */
    public Set<String> named(String name) {
        if (entries.containsKey(name)) {
            return Set.of(name);
        }
        return whole().of(Tokens.of(name));
    }

    private synchronized WholeNames whole() {
        if (whole == null) {
            whole = new WholeNames(names.named());
        }
        return whole;
    }

    /** The entries with doubtful names. */
    public Set<String> guarded() {
        return sources(source -> source.doubtful() != null).map(EntrySource::id).map(String::valueOf)
                .collect(Collectors.toSet());
    }

    /** Every entry's sure names by language, as they were written. */
    public Map<String, Map<String, List<String>>> aliases() {
        var all = new LinkedHashMap<String, Map<String, List<String>>>();
        source.entries.forEach(read -> {
            var names = read.entry().aliases();
            all.put(String.valueOf(read.entry().id()), names == null ? Map.of() : names);
        });
        return all;
    }

    /** The languages in which every entry has a name. */
    public Map<String, Set<String>> languages() {
        return sources(source -> true).collect(Collectors.toMap(each -> String.valueOf(each.id()),
                each -> Stream.of(each.aliases(), each.doubtful())
                        .flatMap(names -> names == null ? Stream.empty() : names.keySet().stream())
                        .collect(Collectors.toSet())));
    }

    private Stream<EntrySource> sources(Predicate<EntrySource> which) {
        return source.entries.stream().map(GazetteerReader.Read::entry).filter(which);
    }

    /** Every entry's own sentences, and those of its file with its doubtful name in them. */
    public List<GazetteerExample> examples() {
        var all = new ArrayList<GazetteerExample>();
        for (var read : source.entries) {
            add(read, read.entry().examples(), all);
            if (read.entry().doubtful() != null && read.entry().needs() == null) {
                add(read, read.examplesOfFile(), all);
            }
        }
        return all;
    }

    private static void add(GazetteerReader.Read read, EntrySource.@Nullable Examples examples,
            List<GazetteerExample> all) {
        if (examples == null) {
            return;
        }
        sentences(examples.positive(), read.entry()).forEach(each -> all.add(
                new GazetteerExample(read.where(), String.valueOf(read.entry().id()), true, each)));
        sentences(examples.negative(), read.entry()).forEach(each -> all.add(
                new GazetteerExample(read.where(), String.valueOf(read.entry().id()), false, each)));
    }

    /** A sentence with a placeholder is one only where the entry has a doubtful name in that language. */
    private static List<String> sentences(@Nullable List<String> sentences, EntrySource entry) {
        var all = new ArrayList<String>();
        for (String sentence : sentences == null ? List.<String>of() : sentences) {
            int open = sentence.indexOf('{');
            if (open < 0) {
                all.add(sentence);
                continue;
            }
            String language = sentence.substring(open + 1, sentence.indexOf('}'));
            var names = entry.doubtful() == null ? null : entry.doubtful().get(language);
            if (names != null) {
                all.add(sentence.replace("{" + language + "}", names.getFirst().replace("~", "")));
            }
        }
        return all;
    }
}
