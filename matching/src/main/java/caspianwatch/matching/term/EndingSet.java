package caspianwatch.matching.term;

import caspianwatch.matching.text.Hash;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The endings that a form may take, as a table that is asked without making strings. */
final class EndingSet {
    /** Every set there is, by number; they come from the files of endings, so they are few. */
    private static volatile EndingSet[] all = {};
    private static final IdentityHashMap<Set<String>, Integer> NUMBERS = new IdentityHashMap<>();

    private final @Nullable String[] table;
    private final int shift;
    private final boolean bare;
    private final int longest;

    private EndingSet(Set<String> endings) {
        int bits = Math.max(2, 33 - Integer.numberOfLeadingZeros(endings.size()));
        table = new String[1 << bits];
        shift = Long.SIZE - bits;
        bare = endings.contains("");
        longest = endings.stream().mapToInt(String::length).max().orElse(0);
        for (String ending : endings) {
            int at = (int) (Hash.of(ending) >>> shift);
            while (table[at] != null) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = ending;
        }
    }

    /** The number of a set. */
    static int number(Set<String> endings) {
        synchronized (NUMBERS) {
            return NUMBERS.computeIfAbsent(endings, any -> {
                var longer = Arrays.copyOf(all, all.length + 1);
                longer[all.length] = new EndingSet(endings);
                all = longer;
                return longer.length - 1;
            });
        }
    }

    static EndingSet numbered(int number) {
        return all[number];
    }

    /** Whether these letters are an ending; an apostrophe may set it off (Hazar'ın, Denizi'nde, navy's) and does not count. */
    boolean accepts(char[] letters, int from, int to, boolean apostrophes) {
        if (from == to) {
            return bare;
        }
        if (apostrophes) {
            return acceptsWithout(letters, from, to);
        }
        return to - from <= longest && isIn(letters, from, to);
    }

    private boolean acceptsWithout(char[] letters, int from, int to) {
        // No two apostrophes stand together inside a word, and it ends with one at most.
        if (to - from > 2 * longest + 2) {
            return false;
        }
        var rest = new char[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            if (letters[i] != '\'') {
                rest[length++] = letters[i];
            }
        }
        return length == 0 ? bare : isIn(rest, 0, length);
    }

    private boolean isIn(char[] letters, int from, int to) {
        int at = (int) (Hash.of(letters, from, to) >>> shift);
        for (String ending = table[at]; ending != null; ending = table[at]) {
            if (equal(ending, letters, from, to)) {
                return true;
            }
            at = (at + 1) & (table.length - 1);
        }
        return false;
    }

    private static boolean equal(String ending, char[] letters, int from, int to) {
        if (ending.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (ending.charAt(i - from) != letters[i]) {
                return false;
            }
        }
        return true;
    }
}
