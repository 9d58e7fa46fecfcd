package caspianwatch.matching.term;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.matching.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordTableTest {
    private static final int POSITION = 1_000;

    private final WordTable table = new WordTable();
    private final List<Word> words = new ArrayList<>();
    private final Batch batch = new Batch();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsInManyTokensAtATimeWhatIsInEach(long seed) {
        var random = new Random(seed);
        boolean stems = seed % 3 == 0;
        int found = 0;
        for (int i = 0; i < 300; i++) {
            add(random, stems);
            if (i % 10 == 0) {
                var tokens = Tokens.of(text(random, random.nextInt(900)));
                var expected = expected(tokens);
                assertThat(found(tokens)).as("seed %d, %d words", seed, i).isEqualTo(expected);
                found += expected.size();
            }
        }
        assertThat(found).isGreaterThan(2_000);
    }

    @Test
    void aWordMayBecomeSeveral() {
        add(new Word("us", null, null));
        assertThat(found(Tokens.of("US us"))).containsExactly("1@1000", "1@1001");
        add(new Word("us", null, "US"));
        assertThat(found(Tokens.of("US us"))).containsExactly("1@1000", "2@1000", "1@1001");
    }

    @Test
    void anApostropheLeavesTheWordBeforeIt() {
        add(new Word("iran", null, null));
        assertThat(found(Tokens.of("Iran's Iran O'Brien"))).containsExactly("1@1000", "1@1001");
    }

    @Test
    void aLongWordIsFoundByAllItsLetters() {
        add(new Word("wasserschutzpolizei", null, null));
        assertThat(found(Tokens.of("Wasserschutz Wasserschutzpolizei Wasserschutzpolizist"))).containsExactly("1@1001");
    }

    @Test
    void whatIsForgottenIsNotFound() {
        add(new Word("aktau", null, null));
        add(new Word("baku", null, null));
        table.retain(number -> number == 2);
        assertThat(found(Tokens.of("Aktau and Baku"))).containsExactly("2@1002");
    }

    private void add(Random random, boolean stems) {
        String text = word(random);
        if (stems && random.nextInt(4) == 0) {
            add(new Word(text, "en", null));
        } else {
            add(new Word(text, null, random.nextInt(5) == 0 ? text.toUpperCase(Locale.ROOT) : null));
        }
    }

    private void add(Word word) {
        if (!words.contains(word)) {
            words.add(word);
            table.add(word, words.size());
        }
    }

    private List<String> found(Tokens tokens) {
        batch.clear();
        table.find(tokens, POSITION, batch);
        var found = new ArrayList<String>();
        for (int i = 0; i < batch.size(); i++) {
            found.add(batch.numbers()[i] + "@" + batch.positions()[i]);
        }
        found.sort(null);
        found.sort((one, other) -> position(one) - position(other));
        return found;
    }

    /** By asking each token for each word. */
    private List<String> expected(Tokens tokens) {
        var expected = new ArrayList<String>();
        for (int at = 0; at < tokens.size(); at++) {
            for (int i = 0; i < words.size(); i++) {
                if (is(tokens, at, words.get(i))) {
                    expected.add(i + 1 + "@" + (POSITION + at));
                }
            }
        }
        expected.sort(null);
        expected.sort((one, other) -> position(one) - position(other));
        return expected;
    }

    private static int position(String found) {
        return Integer.parseInt(found.substring(found.indexOf('@') + 1));
    }

    private static boolean is(Tokens tokens, int at, Word word) {
        String token = tokens.word(at);
        int apostrophe = token.lastIndexOf('\'');
        @Nullable
        String written = word.written();
        if (word.endings() != null) {
            var alone = new WordTable();
            alone.add(word, 1);
            var ids = new Ids();
            alone.find(tokens, at, ids);
            return ids.size() > 0;
        }
        return (token.equals(word.text()) || (apostrophe > 0 && token.substring(0, apostrophe).equals(word.text())))
                && (written == null || tokens.text().startsWith(written, tokens.start(at)));
    }

    private static String text(Random random, int size) {
        var text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            String word = word(random);
            text.append(random.nextInt(4) == 0 ? word.toUpperCase(Locale.ROOT) : word)
                    .append(random.nextInt(12) == 0 ? "'s " : " ");
        }
        return text.toString();
    }

    /** Of few letters, so that words meet, and mostly short. */
    private static String word(Random random) {
        var word = new StringBuilder();
        int length = random.nextInt(10) == 0 ? 11 + random.nextInt(4) : 1 + random.nextInt(5);
        for (int i = 0; i < length; i++) {
            word.append(length > 8 ? 'a' : "ab".charAt(random.nextInt(2)));
        }
        return word.append(length > 8 ? "abc".substring(random.nextInt(3)) : "").toString();
    }
}
