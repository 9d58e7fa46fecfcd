package caspianwatch.ingest;

import caspianwatch.contract.Feed;
import caspianwatch.ingest.entries.Drafts;
import caspianwatch.ingest.fetch.FeedFetcher;
import caspianwatch.ingest.fetch.FetchResult;
import caspianwatch.ingest.fetch.FetchResult.Fetched;
import caspianwatch.ingest.fetch.FetchResult.Head;
import caspianwatch.ingest.fetch.FetchResult.Origin;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import caspianwatch.ingest.parse.FeedReader;
import caspianwatch.ingest.parse.ParseResult.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Gives the answers it was told, one a poll, the last one for ever, and remembers what it was asked with. */
final class ScriptedFetcher implements FeedFetcher {
    final List<Validators> asked = new ArrayList<>();
    private final Deque<Function<Feed, FetchResult>> answers = new ArrayDeque<>();

    /** The next answer. */
    void then(FetchResult result) {
        answers.add(_ -> result);
    }

    /** The next answer is a document with these items. */
    void thenItems(String etag, String... titles) {
        answers.add(feed -> {
            var xml = new StringBuilder("<rss><channel>");
            for (String title : titles) {
                xml.append("<item><guid isPermaLink='false'>").append(title.substring(0, 1)).append("</guid><title>")
                        .append(title).append("</title></item>");
            }
            byte[] bytes = xml.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
            var document = ((Parsed) FeedReader.read(bytes, null, feed.url())).document();
            return new Fetched(200, new Validators(etag, null), bytes.length, new Origin(feed.url(), null, "text/xml"),
                    new Head(document.format(), null, null), Drafts.of(document, feed), List.of());
        });
    }

    @Override
    public FetchResult fetch(Feed feed, Validators validators) {
        asked.add(validators);
        var answer = answers.size() > 1 ? answers.remove() : answers.element();
        return answer.apply(feed);
    }
}
