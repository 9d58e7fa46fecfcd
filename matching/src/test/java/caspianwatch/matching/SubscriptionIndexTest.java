package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import caspianwatch.contract.Channel;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Subscription;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.SubscriptionIndex.Match;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SubscriptionIndexTest {
    private final SubscriptionIndex index = new SubscriptionIndex();
    private final TaggedArticle drill = Articles.tagged("Navy drill on the Caspian", "A missile boat left Aktau.");

    @Test
    void findsASubscriptionAtOnceAndNoLongerWhenItIsRemoved() throws QueryException {
        index.put(subscription("a", "\"missile boat\""));
        assertThat(ids(index.match(drill))).containsExactly("a");
        index.remove("a");
        assertThat(index.match(drill)).isEmpty();
        assertThat(index.size()).isZero();
    }

    @Test
    void aReplacedQueryNoLongerMatches() throws QueryException {
        index.put(subscription("a", "boat"));
        index.put(subscription("a", "tanker"));
        assertThat(index.match(drill)).isEmpty();
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void aQueryThatCannotBeReadRemovesTheOlderOne() throws QueryException {
        index.put(subscription("a", "boat"));
        assertThatThrownBy(() -> index.put(subscription("a", "boat AND"))).isInstanceOf(QueryException.class);
        assertThat(index.match(drill)).isEmpty();
    }

    @Test
    void aTagThatLeftTheTaxonomyNeverMatchesAndSpoilsNothing() throws QueryException {
        index.put(subscription("a", "tag:long-gone OR boat"));
        assertThat(ids(index.match(drill))).containsExactly("a");
    }

    @Test
    void disabledSubscriptionsDoNotMatch() throws QueryException {
        index.put(subscription("a", "boat"));
        index.put(new Subscription("a", "owner", "name", "boat", Severity.BACKGROUND, List.of(new Channel.Log()), false,
                Instant.EPOCH));
        assertThat(index.match(drill)).isEmpty();
    }

    @Test
    void articlesBelowTheMinimumSeverityDoNotMatch() throws QueryException {
        index.put(new Subscription("a", "owner", "name", "boat", Severity.CRITICAL, List.of(new Channel.Log()), true,
                Instant.EPOCH));
        assertThat(index.match(drill)).isEmpty();
    }

    /** An article that this thread has just tagged is not cut again: an equal text costs the memory of its words, this one does not. */
    @Test
    void theWordsThatAnArticleWasTaggedByServeItsSubscriptionsToo() throws QueryException {
        index.put(subscription("a", "boat"));
        String text = "A missile boat left Aktau. ".repeat(1_000);
        for (int i = 0; i < 20; i++) {
            index.matching(Articles.tagged("Navy drill", text + i));
        }
        var tagged = Articles.tagged("Navy drill", text + "again");
        long again = allocated(() -> index.matching(tagged));
        var article = tagged.article();
        var equal = new TaggedArticle(Articles.article(article.title(), text + "again"), tagged.language(),
                tagged.tags(), tagged.entities(), null, tagged.severity(), tagged.severityReasons(), "",
                tagged.origin(), tagged.tagged());
        assertThat(allocated(() -> index.matching(equal)) - again).isGreaterThan(text.length());
        assertThat(again).isLessThan(text.length());
    }

    private static long allocated(Runnable work) {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)) {
            throw new IllegalStateException("this virtual machine does not say what a thread allocates");
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void aMatchSaysItsReasons() throws QueryException {
        index.put(subscription("a", "caspian \"missile boat\" severity:>=2 NOT tanker"));
        var match = index.match(drill).getFirst();
        assertThat(match.reasons()).containsExactly("tag:caspian: Caspian", "\"missile boat\": missile boat",
                "severity:>=2");
        assertThat(match.evidence()).isNotEmpty();
    }

    @Test
    void findsTheSameAsAskingEveryQuery() throws QueryException {
        Map<String, Query> queries = new TreeMap<>();
        int matches = 0;
        for (long seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            for (int i = 0; i < 5; i++) {
                change(queries, random);
            }
            var article = Articles.tagged(RandomQueries.text(random, 8), RandomQueries.text(random, 40));
            var expected = new ArrayList<String>();
            queries.forEach((id, query) -> {
                if (query.match(article).isPresent()) {
                    expected.add(id);
                }
            });
            assertThat(ids(index.match(article))).as("seed %d", seed).isEqualTo(expected);
            assertThat(index.size()).isEqualTo(queries.size());
            matches += expected.size();
        }
        assertThat(matches).isGreaterThan(2_500);
    }

    @Test
    void losesNothingWhenManyAreReplaced() throws QueryException {
        for (int i = 0; i < 5_000; i++) {
            index.put(subscription("a", i % 2 == 0 ? "boat word" + i : "boat NOT word" + i));
            index.put(subscription("b" + i % 10, "aktau NOT word" + i));
        }
        assertThat(index.size()).isEqualTo(11);
        assertThat(ids(index.match(drill))).containsExactly("a", "b0", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8",
                "b9");
    }

    private void change(Map<String, Query> queries, Random random) {
        String id = "s" + random.nextInt(300);
        if (random.nextInt(6) == 0) {
            queries.remove(id);
            index.remove(id);
            return;
        }
        String text = RandomQueries.query(random, 1);
        try {
            queries.put(id, Query.parse(text));
            index.put(subscription(id, text));
        } catch (QueryException e) {
            assertThat(e).hasMessageContaining("must not be there");
        }
    }

    private static List<String> ids(List<Match> matches) {
        return matches.stream().map(match -> match.subscription().id()).toList();
    }

    private static Subscription subscription(String id, String query) {
        return new Subscription(id, "owner", "name", query, Severity.BACKGROUND, List.of(new Channel.Log()), true,
                Instant.EPOCH);
    }
}
