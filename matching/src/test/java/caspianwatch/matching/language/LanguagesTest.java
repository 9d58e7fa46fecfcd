package caspianwatch.matching.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Two patrol ships left the port of Aktau for a drill in the northern part of the sea
            ru | Два сторожевых корабля вышли из порта на учения в северной части моря
            az | Dənizdə təlim keçirilib, gəmilər limana qayıdıb
            az | Gəmilər limana qayıdıb və təlim başa çatıb
            tr | Gemiler limana döndü ve tatbikat sona erdi
            tr | Deniz tatbikatı iki gün sürdü, gemiler üsse döndü ve yeni görev için hazırlanıyor
            tk | Deňiz türgenleşigi geçirildi, gämiler porta dolandy we täze ýumuş üçin taýýarlanýar
            kk | Екі кеме солтүстік теңіздегі жаттығуға порттан шықты
            uk | Два кораблі вийшли з порту на навчання у північній частині моря, її екіпажі готові
            fa | دو ناو گشتی برای رزمایش از بندر خارج شدند
            ar | غادرت سفينتان الميناء إلى مناورة بحرية في شمال البحر
            ka | ორი გემი გავიდა პორტიდან
            hy | Երկու նավ դուրս եկավ նավահանգստից
            zh | 两艘军舰离开港口
            de | Zwei Schiffe haben den Hafen für eine Übung verlassen und werden nicht vor Montag zurück sein
            fr | Deux navires ont quitté le port pour un exercice dans le nord de la mer
            und | 12 : 30
            und | Aktau
            """)
    void tellsALanguageByLettersAndSmallWords(String language, String text) {
        assertThat(Languages.detect(text, "", null)).isEqualTo(language);
    }

    @Test
    void tellsShortTitlesMixedQuotationsAndNeighboursApart() throws IOException {
        for (String line : Files.readAllLines(Path.of("src/test/resources/languages.tsv"))) {
            if (!line.startsWith("#")) {
                var cells = line.split("\t", -1);
                assertThat(Languages.detect(cells[1], "", null)).as(cells[1]).isEqualTo(cells[0]);
                assertThat(Languages.detect(Normalizer.normalize(cells[1], Normalizer.Form.NFD), "", "sw"))
                        .as("%s, decomposed and with a wrong claim", cells[1]).isEqualTo(cells[0]);
            }
        }
    }

    @Test
    void aQuotationInAnotherLanguageDoesNotOutvoteTheText() {
        String english = "The two navies ended their drill on Friday, and the ships returned to their bases. ";
        assertThat(Languages.detect("Совместные учения завершены", english.repeat(3), null)).isEqualTo("en");
        assertThat(Languages.detect("Navies end drill", english + "«Корабли вернулись в базу», сказал адмирал.", "ru"))
                .isEqualTo("en");
    }

    @Test
    void theFeedsClaimBreaksTiesAndIsNotBelievedAgainstTheLetters() {
        assertThat(Languages.detect("Два корабля вышли из порта", "", "az")).isEqualTo("ru");
        assertThat(Languages.detect("Актау порты", "", "kk")).isEqualTo("kk");
        assertThat(Languages.detect("Актау порты", "", "az")).isNotEqualTo("az");
    }
}
