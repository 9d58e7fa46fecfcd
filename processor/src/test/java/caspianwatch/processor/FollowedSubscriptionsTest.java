package caspianwatch.processor;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Article;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Subscription;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.SubscriptionIndex.Match;
import caspianwatch.matching.Tagger;
import caspianwatch.matching.Taxonomy;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowedSubscriptionsTest {
    private static final TaggedArticle ARTICLE = tagged(Newsroom.article("a1", 1, "Frigates drill in the Caspian Sea"));

    private final FollowedSubscriptions followed = new FollowedSubscriptions();

    @Test
    void matchesWhatTheTopicHoldsNow() {
        followed.on("one", subscription("one", "frigates", true));
        followed.on("two", subscription("two", "submarines", true));
        assertThat(matches()).containsExactly("one");

        followed.on("two", subscription("two", "drill AND frigates", true));
        followed.on("one", null);

        assertThat(matches()).containsExactly("two");
        assertThat(followed.size()).isEqualTo(1);
    }

    @Test
    void leavesOutOneThatIsSwitchedOff() {
        followed.on("one", subscription("one", "frigates", true));
        followed.on("one", subscription("one", "frigates", false));

        assertThat(matches()).isEmpty();
    }

    @Test
    void leavesOutOneWhoseQueryCannotBeReadAndStopsNoOther() {
        followed.on("bad", subscription("bad", "frigates AND (", true));
        followed.on("good", subscription("good", "frigates", true));

        assertThat(matches()).containsExactly("good");
    }

    @Test
    void saysForWhichWordsItFired() {
        followed.on("one", subscription("one", "frigates", true));

        assertThat(followed.match(ARTICLE)).flatExtracting(Match::evidence).isNotEmpty().allSatisfy(
                words -> assertThat(words.field().of(ARTICLE.article()).substring(words.start(), words.end()))
                        .isEqualTo(words.text()))
                .extracting(Evidence::text).contains("Frigates");
    }

    private List<String> matches() {
        return followed.match(ARTICLE).stream().map(match -> match.subscription().id()).toList();
    }

    private static Subscription subscription(String id, String query, boolean enabled) {
        return new Subscription(id, "desk", id, query, Severity.BACKGROUND, List.of(), enabled, Newsroom.NOW);
    }

    private static TaggedArticle tagged(Article article) {
        var verdict = Tagger.of(Taxonomy.builtIn()).tag(article);
        return new TaggedArticle(article, verdict.language(), verdict.tags(), verdict.entities(), null,
                verdict.severity(),
                verdict.severityReasons(), "1", TaggedArticle.Origin.LIVE, Newsroom.NOW);
    }
}
