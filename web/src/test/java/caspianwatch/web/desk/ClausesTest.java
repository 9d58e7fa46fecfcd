package caspianwatch.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ClausesTest {
    @Test
    void aFacetAddsItsClauseToWhatWasTyped() {
        assertThat(Clauses.of("\"missile boat\" NOT country:tm").with("tag:caspian").text())
                .isEqualTo("\"missile boat\" NOT country:tm tag:caspian");
    }

    @Test
    void aTextWithOrStaysOneClause() {
        assertThat(Clauses.of("ship OR boat").with("lang:ru").text()).isEqualTo("(ship OR boat) lang:ru");
    }

    @Test
    void parenthesesAndNearnessAreNotTornApart() {
        assertThat(Clauses.of("(a OR b) AND fleet NEAR/5 port c").parts()).containsExactly("(a OR b)",
                "fleet NEAR/5 port",
                "c");
    }

    @Test
    void aSecondLanguageReplacesTheFirst() {
        assertThat(Clauses.of("ship lang:ru").only("lang", "lang:fa").text()).isEqualTo("ship lang:fa");
    }

    @Test
    void aClauseIsTakenAwayAgain() {
        assertThat(Clauses.of("tag:caspian ship").without("tag:caspian").text()).isEqualTo("ship");
    }

    @Test
    void aSourceOfSeveralWordsIsQuotedAndCannotEndItsQuotation() {
        assertThat(Clauses.clause("source", "Волна-пресс (demo)")).isEqualTo("source:\"Волна-пресс (demo)\"");
        assertThat(Clauses.clause("source", "a\" OR tag:b")).isEqualTo("source:\"a  OR tag:b\"");
        assertThat(Clauses.of(Clauses.clause("source", "Kıyı Bülteni")).value("source")).contains("Kıyı Bülteni");
    }
}
