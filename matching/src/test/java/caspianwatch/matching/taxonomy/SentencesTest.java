package caspianwatch.matching.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.matching.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void aSentenceEndsAtAMarkBeforeASpaceInEveryScript() {
        assertThat(sentences("Ships left. They came back!")).containsExactly("Ships left", "They came back");
        assertThat(sentences("ناوها رفتند. آیا برگشتند؟ بله")).hasSize(3);
        assertThat(sentences("Նավերը գնացին։ Հետո եկան։")).hasSize(2);
    }

    @Test
    void anAbbreviationAnInitialAndANumberDoNotEndIt() {
        assertThat(sentences("В 2018 г. Корабль сел на мель")).hasSize(1);
        assertThat(sentences("The U.S. Navy sent a ship")).hasSize(1);
        assertThat(sentences("The ship of 3.5 m sank")).hasSize(1);
        assertThat(sentences("cf. the ship")).hasSize(1);
    }

    @Test
    void aLineBreakEndsSentenceAndParagraph() {
        var tokens = Tokens.of("One line\nsecond line. Third");
        var sentences = Sentences.of(tokens);
        assertThat(sentences.end(0)).isEqualTo(1);
        assertThat(sentences.paragraphEnd(0)).isEqualTo(1);
        assertThat(sentences.end(2)).isEqualTo(3);
        assertThat(sentences.paragraphEnd(2)).isEqualTo(4);
        assertThat(sentences.start(3)).isEqualTo(2);
    }

    private static List<String> sentences(String text) {
        var tokens = Tokens.of(text);
        var sentences = Sentences.of(tokens);
        var found = new ArrayList<String>();
        for (int i = 0; i < tokens.size(); i = sentences.end(i) + 1) {
            found.add(tokens.slice(i, sentences.end(i)));
        }
        return found;
    }
}
