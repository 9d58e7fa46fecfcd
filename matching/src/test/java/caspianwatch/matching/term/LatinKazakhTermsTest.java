package caspianwatch.matching.term;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.matching.language.LatinKazakh;
import caspianwatch.matching.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatinKazakhTermsTest {
    private static final Term SEA = Term.of("теңіз~", "kk");
    private static final Term NAVY = Term.of("әскери теңіз~ күштер~", "kk");
    private static final Term FIELD = Term.of("tengiz", "en");

    private final Lexicon lexicon = new Lexicon();
    private final LatinKazakhTerms kazakh = new LatinKazakhTerms();

    LatinKazakhTermsTest() {
        List.of(SEA, NAVY, FIELD).forEach(lexicon::add);
        List.of(SEA, NAVY).forEach(kazakh::add);
    }

    @ParameterizedTest
    @CsvSource({"Áskerı-teńiz kúshteriniń kemesi, Áskerı-teńiz kúshteriniń",
            "Äskeri-teñız küşterıne keme, Äskeri-teñız küşterıne",
            "Askeri-tengiz kushterinde, Askeri-tengiz kushterinde",
            "Ásker teńiz kúshteri,", "Áskerı teńizshi kúshteri,"})
    void findsPhrasesWithAnyEndingInEverySpelling(String text, String found) {
        assertThat(found(NAVY, text)).isEqualTo(found == null ? List.of() : List.of(found));
    }

    @Test
    void placesAreThoseOfTheTextAsItWasWrittenWhateverStandsBetween() {
        assertThat(found(SEA, "海军 «teńizde» 🚢 گمی-لر ten\u0303izge — Тeңiз, l'été n'g' ﬁ teñizdiñ"))
                .containsExactly("teńizde", "ten\u0303izge", "Тeңiз", "teñizdiñ");
    }

    @Test
    void aKazakhWordIsNoSingleWordOfAnotherLanguage() {
        assertThat(found(FIELD, "Kemeler tengizde jüzip keledi, tengiz tolqyndy")).isEmpty();
        assertThat(lexicon.find(Tokens.of("tengiz")).of(FIELD)).hasSize(1);
    }

    @Test
    void aTermThatIsAddedLaterIsFoundToo() {
        assertThat(found(SEA, "teńizde korvet")).hasSize(1);
        var corvette = Term.of("корвет~", "kk");
        kazakh.add(corvette);
        assertThat(found(corvette, "teńizde korvetter korvetshi korvetke")).containsExactly("korvetter", "korvetke");
    }

    @Test
    void aTextOfBothScriptsIsLatinWhereMostWordsAre() {
        assertThat(LatinKazakhTerms.isLatin(Tokens.of("«Каспий» kemesi portqa keldi"))).isTrue();
        assertThat(LatinKazakhTerms.isLatin(Tokens.of("«Deňiz Han» корветі портқа келді, екі күн тұрады"))).isFalse();
    }

    private List<String> found(Term term, String text) {
        var tokens = Tokens.of(text);
        return kazakh.with(lexicon.find(tokens), tokens, LatinKazakh.of(text)).of(term).stream()
                .map(span -> tokens.slice(span.first(), span.last())).toList();
    }
}
