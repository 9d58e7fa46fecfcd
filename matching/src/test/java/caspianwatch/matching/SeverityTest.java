package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much an article matters, by the shipped steps. */
class SeverityTest {
    private final Tagger tagger = Tagger.of(Taxonomy.builtIn());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 | Drones hit missile boat in Caspian harbour          | The Russian boat burned out at its pier in Kaspiysk, the flotilla said.
            5 | Дроны потопили катер флотилии на Каспии             | Российский ракетный катер получил два попадания у Махачкалы.
            4 | Coast guard fires warning shots off Lankaran        | The Azerbaijani cutter chased the poachers' boat, which was then seized.
            4 | Kazakh missile boats end live firing in Caspian     | The navy's gunnery week closed with night firing.
            4 | Russia moves three corvettes into Caspian           | The ships were redeployed by the Volga–Don canal and joined the flotilla.
            3 | Azerbaijani and Kazakh navies exercise in Caspian   | Crews practised the rescue of a ship on fire.
            3 | Kazakhstan buys attack drones from Turkish maker    | The defence ministry signed the contract for the drones on Friday.
            3 | Turkmen navy receives patrol boat                   | The boat was commissioned at Turkmenbashi.
            2 | Turkmenistan plans naval exercise in Caspian        | The drill of the navy is planned for next year, the ministry said.
            2 | Defence ministers of Kazakhstan and Italy meet      | They discussed military cooperation in Astana.
            2 | Ferry line between Aktau and Alat grows             | More containers cross the Caspian Sea.
            1 | Pakistan Navy ends exercise in Arabian Sea          | Frigates of six navies took part.
            1 | City council opens park                             | Children planted trees.
            """)
    void everyLevelHasItsNews(int level, String title, String text) {
        var verdict = tagger.tag(Articles.article(title, text));
        assertThat(verdict.severity().digit()).as(title + " " + verdict.severityReasons() + verdict.tags())
                .isEqualTo(level);
    }

    @Test
    void theReasonsAreWordsThatADutyOfficerUnderstands() {
        var verdict = tagger.tag(Articles.article("Пограничники открыли предупредительный огонь на Каспии",
                "Сторожевой корабль задержал катер браконьеров у Ленкорани."));
        assertThat(verdict.severityReasons()).containsExactly("shots fired at sea (+2: «предупредительный огонь»)",
                "in the Caspian (+1: «на Каспии»)");
        var plan = tagger
                .tag(Articles.article("Turkmenistan plans naval exercise in Caspian", "It is planned for next year."));
        assertThat(plan.severityReasons()).anyMatch(reason -> reason.startsWith("plan, not yet done (−1"));
    }

    @Test
    void aTitleAloneIsNeverCritical() {
        var title = tagger.tag(Articles.article("Drones hit missile boat in Caspian harbour", ""));
        assertThat(title.severity().digit()).isEqualTo(4);
        assertThat(title.severityReasons()).contains("title only (at most 4)");
    }
}
