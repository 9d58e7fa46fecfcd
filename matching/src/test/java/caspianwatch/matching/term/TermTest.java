package caspianwatch.matching.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import caspianwatch.matching.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermTest {

    @Test
    void aPhraseMatchesItsWordsInOrderAndNextToOneAnother() {
        var term = Term.of("ракетн~ катер~", "ru");
        assertThat(find(term, "два Ракетных катера и катер ракетный")).containsExactly("Ракетных катера");
        assertThat(find(term, "ракетный малый катер")).isEmpty();
    }

    @Test
    void hyphensInATermAreLikeHyphensInAText() {
        assertThat(find(Term.of("военно-морск~", "ru"), "Военно-морского и военно морской")).hasSize(2);
        assertThat(find(Term.of("военно-морск~ баз~", "ru"), "на военно-морской базе")).hasSize(1);
    }

    @Test
    void anExactWordTakesAnApostropheSuffixAndNothingElse() {
        assertThat(find(Term.of("hdq", null), "HDQ'nin gəmisi HDQnin")).containsExactly("HDQ'nin");
    }

    @Test
    void aWordWithAnEqualsSignIsComparedAsWritten() {
        assertThat(find(Term.of("=US navy~", "en"), "US Navy; us navy; US navies")).containsExactly("US Navy",
                "US navies");
        assertThat(find(Term.of("=US", null), "They told us of US ships")).containsExactly("US");
    }

    @Test
    void aTermNeedsWordsAndKnownEndings() {
        assertThatThrownBy(() -> Term.of("—", "en")).hasMessageContaining("no word");
        assertThatThrownBy(() -> Term.of("ship~", null)).hasMessageContaining("language");
        assertThatThrownBy(() -> Term.of("ship~xx", null)).hasMessageContaining("~xx");
        assertThatThrownBy(() -> Term.of("ship~ing", "en")).hasMessageContaining("cannot read");
    }

    @Test
    void aPrintedTermReadsAsTheSameTerm() {
        for (String text : List.of("вмф", "ракетн~ru катер~ru", "=US navy~en", "drill~en-v", "o'brien")) {
            var term = Term.of(text, null);
            assertThat(term.print()).isEqualTo(text);
            assertThat(Term.of(term.print(), null)).isEqualTo(term);
        }
    }

    private static List<String> find(Term term, String text) {
        var lexicon = new Lexicon();
        lexicon.add(term);
        var tokens = Tokens.of(text);
        return lexicon.find(tokens).of(term).stream().map(span -> tokens.slice(span.first(), span.last())).toList();
    }
}
