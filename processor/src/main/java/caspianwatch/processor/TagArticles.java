package caspianwatch.processor;

import caspianwatch.contract.Article;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.Tagger.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Finds language, tags and severity of an article. One that cannot be tagged is a dead letter and stops no other. */
final class TagArticles extends ContextualFixedKeyProcessor<String, Article, TaggedArticle> {
    private final Function<Article, Verdict> tagger;
    private final String taxonomyVersion;
    private final ProcessorMetrics metrics;

    TagArticles(Function<Article, Verdict> tagger, String taxonomyVersion, ProcessorMetrics metrics) {
        this.tagger = tagger;
        this.taxonomyVersion = taxonomyVersion;
        this.metrics = metrics;
    }

    @Override
    public void process(FixedKeyRecord<String, Article> record) {
        Article article = record.value();
        Verdict verdict = metrics.timed(() -> tagger.apply(article));
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        metrics.tagged(verdict.tags().size(), Duration.between(article.fetched(), now));
        context().forward(record.withValue(new TaggedArticle(article, verdict.language(), verdict.tags(),
                verdict.entities(), null,
                verdict.severity(), verdict.severityReasons(), taxonomyVersion, Replay.originOf(record.headers()),
                now)));
    }
}
