package caspianwatch.matching.language;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.matching.language.LatinKazakh.Distinctions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatinKazakhSpellingTest {
    private static final Distinctions NONE = new Distinctions(false, false, false);

    @ParameterizedTest
    @ValueSource(strings = {"теңіз teńiz teñız teñiz teŋiz tengiz", "қорғаныс qorǵanys qorğanıs qorghanys korganys",
            "жаттығу jattyǵý jattyğu jattığu jattığw zhattyghu", "күштері kúshteri küşterı küşteri kushteri ku'shteri",
            "Маңғыстау Mańǵystaý Mañğystau Mangystau Manghystau", "Каспий Kaspıı Kaspii Kaspi Kaspiy",
            "жаңа jańa jaña zhanga zhana jan'a", "шекара shekara şekara", "флотилия flotılıa flotiliia flotiliya",
            "әскери áskerı äskeri askeri askery", "НЫСАНА NYSANA NISANA nısana"})
    void whateverTheSpellingAWordIsTheSame(String spellings) {
        assertThat(List.of(spellings.split(" ", -1))).map(word -> LatinKazakh.plain(word, NONE)).containsOnly(
                LatinKazakh.plain(spellings.substring(0, spellings.indexOf(' ')), NONE));
    }

    @Test
    void textsWithTheLettersForItTellFrontFromBack() {
        var told = LatinKazakh.of("Kóktemde órt sóndirýshiler úsh myń qyzyl qaıyqty áreń qutqardy");
        assertThat(told).isEqualTo(new Distinctions(true, true, true));
        assertThat(LatinKazakh.plain("сәні", told)).isNotEqualTo(LatinKazakh.plain("sany", told));
        assertThat(LatinKazakh.plain("орта", told)).isNotEqualTo(LatinKazakh.plain("өрта", told));
        assertThat(LatinKazakh.plain("қатар", told)).isEqualTo(LatinKazakh.plain("qatar", told))
                .isNotEqualTo(LatinKazakh.plain("Катар", told));
        assertThat(LatinKazakh.of("Kara tengizde kyzyl kaiyk tort adamdy tapty")).isEqualTo(NONE);
    }

    @Test
    void aNameOfAnotherLanguageDoesNotMakeATextTellThem() {
        String text = "Kara tengizde kyzyl kaiyk tort adamdy tapty, olar zhagaga shykty. ".repeat(3);
        assertThat(LatinKazakh.of(text + "Özgür")).isEqualTo(NONE);
    }

    @Test
    void whatIsNeitherKazakhNorLatinHasNoPlainSpelling() {
        assertThat(LatinKazakh.plain("گمی")).isEmpty();
        assertThat(LatinKazakh.plain("ლოდკა")).isEmpty();
        assertThat(LatinKazakh.plain("2026")).isEqualTo("2026");
    }
}
