package caspianwatch.matching.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The closed class of endings of one language, or of its verbs ({@code en-v}): a stem matches a word that is the stem
 * plus one of them, and no other word that merely begins alike.
 */
public final class Endings {
    /** The class of Kazakh stems in the plain spelling of {@link LatinKazakh}. */
    public static final String LATIN_KAZAKH = "kk-latin";

    private static final String VOWELS = "aeiouаеиоуыэюяіїөүұәeاوی";
    private static final Map<String, Optional<Endings>> LOADED = new ConcurrentHashMap<>();

    /** Made when first asked for. */
    private static final class Latin {
        static final Optional<Endings> KAZAKH = of("kk").map(Endings::inPlainKazakh);
    }

    /** A stem as it may stand in a word, and what may follow it there; the empty ending is in the set where it may end the word. */
    public record Form(String stem, Set<String> endings, boolean afterProclitic) {}

    /** A change of a stem's last letters before some endings: {@code navy, navi-es}. */
    record Change(String from, String to, Set<String> before) {}

    private final Set<String> endings;
    private final List<Change> changes;
    private final Set<String> proclitics;

    Endings(Set<String> endings, List<Change> changes, Set<String> proclitics) {
        this.endings = Set.copyOf(endings);
        this.changes = List.copyOf(changes);
        this.proclitics = Set.copyOf(proclitics);
    }

    /** The class of a name such as {@code ru} or {@code en-v}; empty where there is none. */
    public static Optional<Endings> of(String name) {
        return name.equals(LATIN_KAZAKH) ? Latin.KAZAKH : LOADED.computeIfAbsent(name, EndingsFile::load);
    }

    /** The proclitics that Arabic writes together with the word that follows them. */
    public static Set<String> arabicProclitics() {
        return of("ar").map(each -> each.proclitics).orElse(Set.of());
    }

    /** Every form of a folded stem. */
    public List<Form> forms(String stem) {
        var forms = new ArrayList<Form>();
        boolean proclitic = !proclitics.isEmpty();
        forms.add(new Form(stem, endings, proclitic));
        for (var change : changes) {
            if (stem.endsWith(change.from) && stem.length() > change.from.length() + 1) {
                String changed = stem.substring(0, stem.length() - change.from.length()) + change.to;
                forms.add(new Form(changed, change.before, proclitic));
            }
        }
        return forms;
    }

    private Endings inPlainKazakh() {
        // What changes a stem are some of the endings: each is spelt once.
        var spellings = new HashMap<String, String>();
        endings.forEach(ending -> spellings.put(ending, LatinKazakh.plain(ending)));
        var plain = plain(endings, spellings);
        var spelt = new ArrayList<Change>();
        for (var change : changes) {
            String from = LatinKazakh.plain(change.from);
            if (!from.isEmpty()) {
                spelt.add(new Change(from, LatinKazakh.plain(change.to), plain(change.before, spellings)));
            }
        }
        // After an n the g of an ending is not in the plain spelling.
        spelt.add(new Change("n", "n", plain.stream().filter(each -> each.startsWith("g"))
                .map(each -> each.substring(1)).collect(Collectors.toSet())));
        return new Endings(plain, spelt, Set.of());
    }

    /** With q and, for texts that do not write it, without. */
    private static Set<String> plain(Set<String> endings, Map<String, String> spellings) {
        var plain = new HashSet<String>();
        for (String ending : endings) {
            String spelling = spellings.computeIfAbsent(ending, LatinKazakh::plain);
            if (ending.isEmpty() || !spelling.isEmpty()) {
                plain.add(spelling);
                plain.add(spelling.replace('q', 'k'));
            }
        }
        return plain;
    }

    static boolean startsWithVowel(String ending) {
        return !ending.isEmpty() && VOWELS.indexOf(ending.charAt(0)) >= 0;
    }
}
