package caspianwatch.web;

import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.Look;
import caspianwatch.contract.FeedStatus.Sample;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.web.roster.FeedStore;
import caspianwatch.web.view.Views;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Keeps feeds in the views, and answers a request to fetch one as ingest would: at once, with one entry. */
public record AnsweringFeeds(Views views, InstantSource clock) implements FeedStore {
    @Override
    public void put(List<Feed> feeds) {
        for (Feed feed : feeds) {
            var before = views.feed(feed.key());
            views.feed(feed.key(), feed);
            Instant asked = feed.fetchRequested();
            if (asked != null && (before == null || !Objects.equals(before.fetchRequested(), asked))) {
                views.status(feed.key(), answer(feed, asked));
            }
        }
    }

    @Override
    public void remove(String key) {
        views.feed(key, null);
        views.status(key, null);
    }

    private FeedStatus answer(Feed feed, Instant asked) {
        boolean page = feed.url().getPath().endsWith(".html");
        Instant now = clock.instant();
        var samples = List.of(new Sample("Caspian Flotilla begins exercise", "Ships left port.",
                URI.create("https://tidewire.example/1"), now.minusSeconds(600), "en"));
        var look = page
                ? new Look(asked, now, State.MALFORMED, "200, an HTML page instead of a feed", feed.url(), 200,
                        "text/html", 900, null, null, null, 0, 0, 0, null, null,
                        List.of("https://tidewire.example/feed.xml"), List.of())
                : new Look(asked, now, State.OK, "200, 1 entry, 1 new", feed.url(), 200, "application/rss+xml", 1234,
                        "rss 2.0", "Tidewire <b>EN</b>", "en", 1, 1, 1, now.minusSeconds(600), now.minusSeconds(600),
                        List.of(), samples);
        return new FeedStatus(feed.id(), State.OK, "200, 1 entry, 1 new", now, null, null, now, now,
                feed.enabled() ? now.plusSeconds(300) : null, 0, 200, 1234, 1, 1, List.of(), State.NEW, List.of(), null,
                now, null, null, look);
    }
}
