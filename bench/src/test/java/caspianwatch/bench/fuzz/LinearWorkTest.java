package caspianwatch.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import caspianwatch.bench.matching.OurIndex;
import caspianwatch.matching.Query;
import caspianwatch.matching.QueryException;
import caspianwatch.matching.Tagger;
import caspianwatch.matching.Taxonomy;
import caspianwatch.matching.taxonomy.RuleFile;
import caspianwatch.matching.taxonomy.TaxonomyException;
import caspianwatch.matching.text.Tokens;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A megabyte of what an enemy would send costs at most in proportion. What is counted is bytes allocated, which do not depend on
 * the machine; work that allocates nothing and grows with the square would take a trillion steps, which the time limit ends.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LinearWorkTest {
    private static final int MEGABYTE = 1 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Tagger tagger = Tagger.of(Taxonomy.builtIn());

    @ParameterizedTest
    @ValueSource(strings = {"a", "a'", "l'", "a\u0301", "\u0301", "\u200C", "ﷺ", "ﬁ", "里", "𐐀", "\uD800", "ی", "و",
            "1",
            "I", " ", "a ", "-"})
    void cuttingIsLinear(String repeated) {
        linear(repeated, Tokens::of);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "navy ", "caspian ", "Каспий ", "navy caspian exercise iran ", "Northern Fleet ",
            "Caspian Airlines navy ", "وال", "Hazar Denizi'nde ", "военно-морские учения в Каспийском море. ",
            "and the of in ", "«navy» said, he\n\n"})
    void taggingIsLinear(String repeated) {
        linear(repeated, text -> tagger.tag(OurIndex.tagged("", text).article()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"navy NEAR/50 port", "\"navy navy navy navy\" NEAR/50 \"navy navy\"", "\"navy navy port\"",
            "(navy OR \"navy navy\" OR port) NEAR/50 (port OR navy)", "navy AND NOT (port NEAR/3 tanker)"})
    void matchingIsLinear(String query) {
        for (String repeated : List.of("navy ", "navy port ", "port tanker navy ")) {
            linear(repeated, text -> {
                try {
                    Query.parse(query).match(OurIndex.tagged("", text));
                } catch (QueryException e) {
                    throw new AssertionError(query, e);
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "NOT ", "a ", "\"", "a OR ", "a NEAR/5 ", "~", "title:"})
    void aLongQueryIsRefused(String repeated) {
        String query = repeated.repeat(MEGABYTE / repeated.length());
        assertThatThrownBy(() -> Query.parse(query)).isInstanceOf(QueryException.class);
        assertThat(allocated(query, text -> {
            try {
                Query.parse(text);
            } catch (QueryException e) {
                // refused, as it must be
            }
        })).isLessThan(MEGABYTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "- ", "a: ", "&a ", "*a ", "? ", "\"", "|\n ", "# x\n", "x\n"})
    void aLongRuleFileIsReadOrRefused(String repeated) {
        linear(repeated, text -> {
            try {
                Taxonomy.of(List.of(new RuleFile("long.yaml", text)));
            } catch (TaxonomyException e) {
                assertThat(e).hasMessageContaining("long.yaml");
            }
        });
    }

    @Test
    void aRuleWithManyTermsIsReadInProportion() {
        linear("word ", text -> {
            var yaml = new StringBuilder("""
                    tags:
                      - id: a
                        name: A
                        group: core
                        colour: "#000000"
                        terms:
                          en:
                    """);
            for (int i = 0; i < text.length() / 20; i++) {
                yaml.append("        zeppelin").append(i).append(": 3\n");
            }
            Taxonomy.of(List.of(new RuleFile("long.yaml", yaml.toString())));
        });
    }

    private interface Work {
        void on(String text);
    }

    /** Four times as much text allocates at most about four times as much. */
    private static void linear(String repeated, Work work) {
        String megabyte = repeated.repeat(MEGABYTE / repeated.length());
        String quarter = megabyte.substring(0, megabyte.length() / 4);
        long less = allocated(quarter, work);
        long more = allocated(megabyte, work);
        assertThat(more).as("bytes for a megabyte; a quarter takes %d", less).isLessThan(6 * less + MEGABYTE);
    }

    private static long allocated(String text, Work work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.on(text);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
