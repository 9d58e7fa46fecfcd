package caspianwatch.web.roster;

import caspianwatch.contract.Article;
import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus.Look;
import caspianwatch.contract.FeedStatus.Sample;
import caspianwatch.contract.Ids;
import caspianwatch.contract.Tag;
import caspianwatch.matching.Tagger;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the entries that a fetch showed would be as articles: language, tags, severity, by the same tagger as live ones. */
public final class Samples {
    private final Supplier<Tagger> maker;
    private @Nullable Tagger tagger;

    /** @param maker makes the tagger, when the first sample is tagged: that takes a while */
    public Samples(Supplier<Tagger> maker) {
        this.maker = maker;
    }

    private synchronized Tagger tagger() {
        if (tagger == null) {
            tagger = maker.get();
        }
        return tagger;
    }

    /** An entry and what it would be. */
    public record Tagged(Sample sample, String language, List<String> tags, int severity) {}

    /** In the order of the document. */
    public List<Tagged> of(Feed feed, Look look) {
        return look.samples().stream().map(sample -> tagged(feed, look, sample)).toList();
    }

    private Tagged tagged(Feed feed, Look look, Sample sample) {
        var article = new Article(Ids.of(feed.id(), sample.title()),
                new Article.Source(feed.key(), feed.title(), feed.country()), sample.url(), sample.url(),
                sample.title(), sample.text(), sample.text().isEmpty() ? TextBasis.TITLE : TextBasis.SUMMARY,
                sample.language(), null, sample.published(), look.at(), look.at(), 1,
                Ids.digest(sample.title(), sample.text()), List.of(), false);
        var verdict = tagger().tag(article);
        return new Tagged(sample, verdict.language(), verdict.tags().stream().map(Tag::id).toList(),
                verdict.severity().digit());
    }
}
