package caspianwatch.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Article;
import caspianwatch.contract.Delivery;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.contract.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(360)
final class RestartTest {
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void keepsWhatItHadAndTellsNobodyTwice() throws Exception {
        List<Delivery> first;
        Set<String> articles;
        try (var stack = new Stack(folder)) {
            settled(stack);
            first = stack.values(Topics.DELIVERIES);
            articles = ids(stack);
        }

        try (var stack = new Stack(folder)) {
            Until.holds("an article of after the restart is told", SOON, () -> {
                stack.newswire.publishNext();
                return stack.values(Topics.DELIVERIES).size() > first.size();
            });

            assertThat(ids(stack)).containsAll(articles);
            assertThat(stack.values(Topics.DELIVERIES)).extracting(Delivery::notificationId)
                    .doesNotHaveDuplicates().containsAll(first.stream().map(Delivery::notificationId).toList());
            assertThat(stack.values(Topics.DELIVERIES)).extracting(Delivery::alertIds).doesNotHaveDuplicates();
            assertThat(
                    stack.values(Topics.ARTICLES).stream().filter(article -> article.revision() == 1).map(Article::id))
                    .doesNotHaveDuplicates();
        }
    }

    /** Every report of the backlog is tagged, and every alert of it is told. */
    private static void settled(Stack stack) throws Exception {
        Until.holds("the backlog is tagged", SOON,
                () -> ids(stack).size() >= stack.newswire.published());
        Until.holds("every alert is told", SOON,
                () -> stack.values(Topics.DELIVERIES).size() >= stack.values(Topics.ALERTS).size());
    }

    private static Set<String> ids(Stack stack) {
        return stack.values(Topics.TAGGED_ARTICLES).stream().map(TaggedArticle::article).map(Article::id)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
