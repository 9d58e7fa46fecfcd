package caspianwatch.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({"İSTANBUL, istanbul", "ISPARTA, isparta", "ılıca, ilica", "Xəzər, xezer", "XƏZƏR, xezer",
            "Türkmenbaşy, turkmenbasy", "Deňiz, deniz", "учёт, учет", "Каспий, каспий", "КАСПИЙ, каспий", "Її, її",
            "Әскери, әскери", "خليج, خلیج", "كشتي, کشتی", "آذربایجان, اذربایجان", "١٢٣, 123", "۴۵, 45",
            "Straße, strasse",
            "ﬁsh, fish", "Аҡтау, аҡтау", "Ａｋｔａｕ, aktau", "ΣΊΣΥΦΟΣ, σισυφοσ", "Navy’s, navy's", "ᲥᲐᲠᲗᲣᲚᲘ, ქართული"})
    void forgetsWhatDoesNotTellWordsApart(String written, String folded) {
        assertThat(Folding.fold(written)).isEqualTo(folded);
    }

    @Test
    void dropsWhatIsInvisible() {
        assertThat(Folding.fold("کشتی\u200Cها")).isEqualTo("کشتیها");
        assertThat(Folding.fold("فلـــوت")).isEqualTo("فلوت");
        assertThat(Folding.fold("ca\u00ADsp\u2067ian\u2069")).isEqualTo("caspian");
        assertThat(Folding.fold("بَحْرِيَّة")).isEqualTo(Folding.fold("بحرية"));
    }

    @Test
    void decomposedLettersFoldLikeComposedOnes() {
        assertThat(Folding.fold("Каспии\u0306")).isEqualTo("каспий");
        assertThat(Folding.fold("I\u0307zmir")).isEqualTo("izmir");
        assertThat(Folding.fold("учe\u0308т".replace('e', 'е'))).isEqualTo("учет");
        assertThat(Folding.fold("і\u0308жа")).isEqualTo("їжа");
    }

    @ParameterizedTest
    @CsvSource({"Каcпий, каспий", "Kаспий, каспий", "KACПИЙ, каспий", "Xәzәr, xezer", "Хəzər, xezer", "тeңiз, теңіз",
            "Gаz, gaz", "iPhoneы, iphoneы", "Kaspi-банк, kaspi-банк", "c-400, c-400", "Яndex, яndex"})
    void lettersThatOnlyLookLikeTheRestOfTheirWordAreReadAsIt(String written, String folded) {
        assertThat(Folding.fold(written)).isEqualTo(folded);
    }

    @Test
    void foldingAFoldedCharacterChangesNothing() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String once = Folding.fold(String.valueOf((char) c));
            assertThat(Folding.fold(once)).as("U+%04X", c).isEqualTo(once);
        }
    }
}
