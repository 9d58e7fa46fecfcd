package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Severity;
import caspianwatch.contract.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What another monitor is known to get wrong: it looks for parts of words before it asks how grave a headline is, so that
 * "transports" is sport, "relationship" is society and "in concert" is music; and it knows no script but Latin.
 */
class KnownMissesTest {
    private static final Query REGIONAL = query();

    private final Tagger tagger = Tagger.of(Taxonomy.builtIn());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Russia transports missile boats to Caspian          | caspian naval ru          | true
            Iran opens war games in Caspian Sea                 | caspian naval naval-exercise ir | true
            Navy updating missile corvettes at Kaspiysk         | caspian naval fleet-and-ships   | true
            Caspian navies act in concert                       | caspian naval             | true
            Iran-Russia relationship: naval missile launch      | naval ir ru               | false
            """)
    void aHarmlessPartOfAWordHidesNothing(String title, String tags, boolean alert) {
        graded(title, tags, alert);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ракетные корабли флотилии вышли в Каспийское море на стрельбы | caspian naval naval-exercise ru | true
            رزمایش موشکی نیروی دریایی ایران در دریای خزر آغاز شد           | caspian naval naval-exercise ir | true
            هجوم بطائرات مسيرة على سفينة حربية روسية في بحر قزوين         | caspian naval maritime-incident ru | true
            Қазақстанның әскери кемелері Каспийде оқ атты                | caspian naval kz          | true
            Azərbaycan Hərbi Dəniz Qüvvələri Xəzərdə təlim keçirir       | caspian naval naval-exercise az | true
            Türkmenistanyň harby gämileri Hazarda türgenleşik geçirýär   | caspian naval naval-exercise tm | true
            Rus hücumbotu Hazar Denizi'nde vuruldu                       | caspian naval maritime-incident ru | true
            """)
    void theRegionsOwnScriptsAreRead(String title, String tags, boolean alert) {
        graded(title, tags, alert);
    }

    @Test
    void theTruePartsOfThoseWordsAreStillNoNews() {
        for (String title : List.of("Sports ministers meet in Rome", "Video games fair opens",
                "Relationship advice for autumn",
                "Dating app adds filters", "Concert season begins")) {
            assertThat(tagger.tag(Articles.article(title, "")).severity()).as(title).isEqualTo(Severity.BACKGROUND);
        }
    }

    private void graded(String title, String tags, boolean alert) {
        var tagged = Articles.tagged(tagger, Articles.article(title, ""));
        assertThat(tagged.tags()).extracting(Tag::id).as(title).contains(tags.split(" "));
        assertThat(REGIONAL.match(tagged).isPresent()).as("alert: " + title).isEqualTo(alert);
        assertThat(tagged.severity()).as(title + ": " + tagged.severityReasons()).isNotEqualTo(Severity.BACKGROUND);
    }

    private static Query query() {
        try {
            return Query.parse(BuiltIn.REGIONAL_NEWS.query());
        } catch (QueryException e) {
            throw new AssertionError(e);
        }
    }
}
