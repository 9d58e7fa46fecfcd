package caspianwatch.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void hyphensPartWordsAndApostrophesDoNot() {
        assertThat(words("Военно-морской флот")).containsExactly("военно", "морской", "флот");
        assertThat(words("Hazar Denizi’nde")).containsExactly("hazar", "denizi'nde");
        assertThat(words("the 'Navy' ships'")).containsExactly("the", "navy", "ships");
        assertThat(words("прем’єр")).containsExactly("прем'єр");
    }

    @Test
    void elisionsAreWordsOfTheirOwn() {
        assertThat(words("L’Iran et l'Azerbaïdjan, qu'on")).containsExactly("l", "iran", "et", "l", "azerbaidjan", "qu",
                "on");
    }

    @Test
    void everyChineseCharacterIsAWord() {
        assertThat(words("里海 navy海军𠀋x")).containsExactly("里", "海", "navy", "海", "军", "𠀋", "x");
    }

    @Test
    void underscoresAndSignsPartWords() {
        assertThat(words("#Caspian_Sea: U.S. 1,200t")).containsExactly("caspian", "sea", "u", "s", "1", "200t");
    }

    @Test
    void aSliceIsWhatWasWritten() {
        var tokens = Tokens.of("ab «Каспии\u0306ская флоти\u00ADлия»!");
        assertThat(tokens.slice(1, 2)).isEqualTo("Каспии\u0306ская флоти\u00ADлия");
        assertThat(tokens.word(1)).isEqualTo("каспийская");
        assertThat(tokens.word(2)).isEqualTo("флотилия");
    }

    @Test
    void wordsOutsideTheBasicPlaneKeepTheirPairs() {
        var tokens = Tokens.of("🚢𐐀𐐁 x");
        assertThat(tokens.size()).isEqualTo(2);
        assertThat(tokens.slice(0, 0)).isEqualTo("𐐀𐐁");
        assertThat(tokens.word(0)).isEqualTo("𐐨𐐩");
    }

    @Test
    void everySliceFoldsToItsWordAndSlicesAreInOrder() {
        for (long seed = 1; seed <= 20_000; seed++) {
            String text = RandomText.of(new Random(seed));
            var tokens = Tokens.of(text);
            int end = 0;
            for (int i = 0; i < tokens.size(); i++) {
                assertThat(Folding.fold(tokens.slice(i, i))).as("seed %d, word %d", seed, i).isEqualTo(tokens.word(i));
                assertThat(tokens.start(i)).as("seed %d", seed).isGreaterThanOrEqualTo(end);
                assertThat(tokens.end(i)).as("seed %d", seed).isGreaterThan(tokens.start(i));
                end = tokens.end(i);
            }
        }
    }

    @Test
    void cuttingInOnePassIsFoldingAndThenCutting() {
        for (long seed = 1; seed <= 20_000; seed++) {
            String text = seed % 4 == 0 ? RandomText.ofProse(new Random(seed)) : RandomText.of(new Random(seed));
            var tokens = Tokens.of(text);
            var cut = new ArrayList<PlainTokens.Token>();
            for (int i = 0; i < tokens.size(); i++) {
                cut.add(new PlainTokens.Token(tokens.word(i), tokens.start(i), tokens.end(i)));
                assertThat(tokens.hasApostrophe(i)).isEqualTo(tokens.word(i).contains("'"));
                assertThat(tokens.hash(i)).isEqualTo(Hash.of(tokens.word(i)));
            }
            assertThat(cut).as("seed %d: %s", seed, text).isEqualTo(PlainTokens.of(text));
        }
    }

    @Test
    void aLongTextTakesTimeInProportion() {
        for (String part : List.of("a", "a'", "и\u0306", "海'", "l'a ", "\u0301", "ﷺﬁ")) {
            var tokens = Tokens.of(part.repeat(1_000_000 / part.length()));
            assertThat(tokens.text()).hasSizeGreaterThan(900_000);
        }
    }

    @Test
    void noWordIsLost() {
        for (long seed = 1; seed <= 5_000; seed++) {
            String text = RandomText.of(new Random(seed)).replaceAll("\\p{Cs}", " ");
            var tokens = Tokens.of(text);
            var letters = new StringBuilder();
            Folding.fold(text).codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
            assertThat(String.join("", words(text)).replace("'", "")).as("seed %d", seed)
                    .isEqualTo(letters.toString().replace("'", ""));
            assertThat(tokens.text()).isEqualTo(text);
        }
    }

    private static List<String> words(String text) {
        var tokens = Tokens.of(text);
        var words = new ArrayList<String>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(tokens.word(i));
        }
        return words;
    }
}
