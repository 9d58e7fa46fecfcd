package caspianwatch.matching.term;

import caspianwatch.matching.language.Endings;
import caspianwatch.matching.language.Endings.Form;
import caspianwatch.matching.text.Hash;
import caspianwatch.matching.text.Tokens;
import java.lang.foreign.MemorySegment;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Words, exact ones and stems, each with a number from 1, and which of them a token is. One thread at a time changes it,
 * any number find; a word that was added before something which the finding thread has since read is found.
 *
 * <p>A token is looked up as a whole and, while stems are known, by each of its beginnings; what is left after a stem must
 * be one of the stem's endings. That costs a few nanoseconds a letter, the filters of {@link Forms} being small, and needs
 * no memory of tokens seen before, which would have to be bounded, shared and corrected at every new subscription.
 */
public final class WordTable {
    private static final char[] NOTHING = {};
    private static final char[][] PROCLITICS = Endings.arabicProclitics().stream().map(String::toCharArray)
            .toArray(char[][]::new);
    private static final int AFTER_PROCLITIC = 2;

    private volatile Forms forms = new Forms(4, 64);
    /** Of all stems ever added, for longer beginnings need no look. */
    private volatile int longestStem;
    private volatile boolean proclitics;

    /** Adds a word. */
    public synchronized void add(Word word, int number) {
        String endings = word.endings();
        String written = word.written();
        if (endings == null) {
            add(word.text(), number, kind(written), written == null ? NOTHING : written.toCharArray());
            return;
        }
        for (var form : Endings.of(endings).orElseThrow().forms(word.text())) {
            add(form.stem(), number, kind(form), NOTHING);
            longestStem = Math.max(longestStem, form.stem().length());
            proclitics = proclitics || form.afterProclitic();
        }
    }

    /** The number of a word; 0 where it is not known. */
    public int number(Word word) {
        String endings = word.endings();
        String written = word.written();
        if (endings == null) {
            return forms.word(word.text().toCharArray(), kind(written),
                    written == null ? NOTHING : written.toCharArray());
        }
        var form = Endings.of(endings).orElseThrow().forms(word.text()).getFirst();
        return forms.word(form.stem().toCharArray(), kind(form), NOTHING);
    }

    /** Forgets every other word. Finding goes on meanwhile, in the older table. */
    public synchronized void retain(IntPredicate wanted) {
        forms = forms.copy(wanted, 0);
    }

    private void add(String text, int number, int kind, char[] written) {
        var letters = text.toCharArray();
        if (!forms.add(letters, number, kind, written)) {
            var larger = forms.copy(any -> true, letters.length + written.length);
            if (!larger.add(letters, number, kind, written)) {
                throw new IllegalStateException("no room where there must be");
            }
            forms = larger;
        }
    }

    /**
     * Adds the words that some tokens are to a batch, in steps for many tokens at a time: so their reads from memory overlap,
     * where finding one after another would wait for each.
     *
     * @param position of the first of all tokens
     */
    public void find(Tokens tokens, int position, Batch batch) {
        for (int from = 0; from < tokens.size(); from += Batch.SIZE) {
            find(tokens, from, Math.min(tokens.size(), from + Batch.SIZE), position, batch);
        }
    }

    private void find(Tokens tokens, int from, int to, int position, Batch batch) {
        var now = forms;
        boolean anyStems = longestStem > 0;
        int count = anyStems ? all(from, to, batch.tokens) : likely(now, tokens, from, to, batch.tokens);
        int different = batch.distinct(tokens.hashes(), count);
        now.singles.touch(batch, different);
        var letters = MemorySegment.ofArray(tokens.letters());
        batch.several.clear();
        for (int i = 0; i < different; i++) {
            int at = batch.firsts[i];
            int answer = now.singles.word(batch, i, letters, tokens.from(at), tokens.to(at));
            batch.answers[i] = answer == Singles.NOT_SURE || anyStems || tokens.hasApostrophe(at)
                    ? answer(tokens, at, batch)
                    : answer;
        }
        batch.makeRoom(count);
        for (int i = 0; i < count; i++) {
            int answer = batch.answer(i);
            int at = batch.tokens[i];
            if (answer >= 0) {
                batch.add(answer, position + at);
            } else {
                several(answer, tokens, at, position + at, batch);
                batch.makeRoom(count - i);
            }
        }
    }

    private int answer(Tokens tokens, int at, Batch batch) {
        batch.ids.clear();
        if (find(tokens, at, batch.ids)) {
            return Batch.BY_PLACE;
        }
        int words = batch.ids.size();
        if (words < 2) {
            return words == 0 ? 0 : batch.ids.get(0);
        }
        int answer = ~batch.several.size();
        batch.several.add(words);
        for (int i = 0; i < words; i++) {
            batch.several.add(batch.ids.get(i));
        }
        return answer;
    }

    private void several(int answer, Tokens tokens, int at, int position, Batch batch) {
        boolean byPlace = answer == Batch.BY_PLACE;
        var ids = byPlace ? batch.ids : batch.several;
        if (byPlace) {
            ids.clear();
            find(tokens, at, ids);
        }
        int from = byPlace ? 0 : ~answer + 1;
        int words = byPlace ? ids.size() : ids.get(~answer);
        batch.makeRoom(words);
        for (int i = from; i < from + words; i++) {
            batch.add(ids.get(i), position);
        }
    }

    private static int all(int from, int to, int[] places) {
        for (int i = from; i < to; i++) {
            places[i - from] = i;
        }
        return to - from;
    }

    /** Finds out which tokens could be words, by a look into the filters alone; returns how many. */
    private static int likely(Forms now, Tokens tokens, int from, int to, int[] places) {
        long[] hashes = tokens.hashes();
        boolean apostrophes = tokens.hasApostrophes();
        int count = 0;
        for (int i = from; i < to; i++) {
            places[count] = i;
            // Without a branch, which could not be foretold.
            count += now.whole(hashes[i]) | (apostrophes && tokens.hasApostrophe(i) ? 1 : 0);
        }
        return count;
    }

    /** Appends the number of every word that a token is, each once; true where it goes by how the token is written, too. */
    public boolean find(Tokens tokens, int at, Ids ids) {
        var now = forms;
        char[] letters = tokens.letters();
        int from = tokens.from(at);
        int to = tokens.to(at);
        int first = ids.size();
        boolean apostrophe = tokens.hasApostrophe(at);
        boolean byWriting = false;
        if (now.whole(tokens.hash(at)) != 0) {
            byWriting = whole(now, tokens, at, to, tokens.hash(at), ids, first);
        }
        if (apostrophe) {
            int before = to - 1;
            while (letters[before] != '\'') {
                before--;
            }
            byWriting |= whole(now, tokens, at, before, Hash.of(letters, from, before), ids, first);
        }
        if (longestStem > 0) {
            stems(now, letters, from, to, apostrophe, 0, ids, first);
        }
        if (proclitics && letters[from] >= '\u0600' && letters[from] <= '\u06FF') {
            for (char[] proclitic : PROCLITICS) {
                if (startsWith(letters, from, to, proclitic)) {
                    stems(now, letters, from + proclitic.length, to, apostrophe, AFTER_PROCLITIC, ids, first);
                }
            }
        }
        return byWriting;
    }

    private static boolean whole(Forms forms, Tokens tokens, int at, int to, long hash, Ids ids, int first) {
        int record = forms.find(tokens.letters(), tokens.from(at), to, hash);
        int end = record == 0 ? 0 : forms.usesEnd(record);
        boolean byWriting = false;
        for (int use = record == 0 ? 0 : forms.uses(record); use < end; use = forms.after(use)) {
            int kind = forms.kind(use);
            byWriting |= kind < Forms.EXACT;
            if (forms.word(use) != 0 && (kind == Forms.EXACT
                    || (kind < Forms.EXACT && forms.isWritten(use, tokens.text(), tokens.start(at))))) {
                ids.addOnce(forms.word(use), first);
            }
        }
        return byWriting;
    }

    private void stems(Forms forms, char[] letters, int from, int to, boolean apostrophe, int needed, Ids ids,
            int first) {
        int last = Math.min(to, from + longestStem);
        long hash = 0;
        for (int end = from; end < last;) {
            hash = Hash.growing(hash, letters[end++]);
            int path = forms.path(hash);
            if (path == 0) {
                return;
            }
            if ((path & Forms.STEM) != 0) {
                stem(forms, forms.find(letters, from, end, Hash.of(letters, from, end)), letters, end, to, apostrophe,
                        needed, ids, first);
            }
        }
    }

    private static void stem(Forms forms, int record, char[] letters, int from, int to, boolean apostrophe, int needed,
            Ids ids, int first) {
        if (record == 0) {
            return;
        }
        int end = forms.usesEnd(record);
        for (int use = forms.uses(record); use < end; use = forms.after(use)) {
            int kind = forms.kind(use);
            if (kind > Forms.EXACT && forms.word(use) != 0 && (kind & needed) == needed
                    && EndingSet.numbered(kind >>> 2).accepts(letters, from, to, apostrophe)) {
                ids.addOnce(forms.word(use), first);
            }
        }
    }

    private static boolean startsWith(char[] letters, int from, int to, char[] beginning) {
        if (to - from < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if (letters[from + i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    private static int kind(@Nullable String written) {
        return written == null ? Forms.EXACT : -written.length();
    }

    private static int kind(Form form) {
        return (EndingSet.number(form.endings()) << 2) | (form.afterProclitic() ? AFTER_PROCLITIC : 0) | 1;
    }
}
