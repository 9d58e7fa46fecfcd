package caspianwatch.web.roster;

import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.Look;
import caspianwatch.runtime.egress.Networks;
import caspianwatch.web.view.KnownFeed;
import caspianwatch.web.view.Views;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes the list of feeds. Each returns when the change is kept and seen back. */
public final class Roster {
    private static final Logger log = LoggerFactory.getLogger(Roster.class);
    private static final Duration VISIBLE = Duration.ofSeconds(10);
    /** A fetch ends within 8 s; the rest is for the way there and back. */
    private static final Duration ANSWERED = Duration.ofSeconds(11);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration DRAFT_KEPT = Duration.ofHours(1);
    private static final int DRAFTS = 50;
    private static final int REFUSALS_TOLD = 100;

    private final Views views;
    private final FeedStore store;
    private final Networks networks;
    private final InstantSource clock;

    /** @param networks the networks in which feeds may be fetched */
    public Roster(Views views, FeedStore store, Networks networks, InstantSource clock) {
        this.views = views;
        this.store = store;
        this.networks = networks;
        this.clock = clock;
    }

    /**
     * What became of an imported list.
     *
     * @param refused addresses with the reason, a hundred at most
     */
    public record Imported(int added, int known, List<String> refused) {}

    /** Adds a feed. A draft of it becomes the feed. */
    public Feed add(FeedFields fields) throws RosterException, InterruptedException {
        Feed feed = fields.added(networks);
        if (views.feeds().stream().anyMatch(each -> each.feed().url().equals(feed.url()))) {
            throw new RosterException(409, "a feed with this address is on the list");
        }
        keep(feed);
        return feed;
    }

    /** Changes what is named. A new host is another key, so that the record under the old one goes. */
    public Feed edit(String id, FeedFields fields) throws RosterException, InterruptedException {
        KnownFeed known = known(id);
        Feed feed = fields.changed(known.feed(), networks);
        if (!feed.url().equals(known.feed().url())
                && views.feeds().stream().anyMatch(each -> each.feed().url().equals(feed.url()))) {
            throw new RosterException(409, "another feed with this address is on the list");
        }
        keep(feed);
        if (!feed.key().equals(known.key())) {
            drop(known.key());
        }
        return feed;
    }

    /** Removes a feed, and what was learned of it. Its articles stay. */
    public void remove(String id) throws RosterException, InterruptedException {
        drop(known(id).key());
    }

    /** Has a feed fetched now; empty where ingest has not answered in time, which then shows later. */
    public Optional<Look> fetch(String id) throws RosterException, InterruptedException {
        KnownFeed known = known(id);
        var last = known.status() == null ? null : known.status().look();
        if (last != null && last.at().isAfter(clock.instant().minus(BETWEEN_LOOKS))) {
            throw new RosterException(429, "it was fetched on request "
                    + Duration.between(last.at(), clock.instant()).toSeconds() + " s ago");
        }
        return look(known.feed(), known.key());
    }

    /** Has an address fetched that is not on the list, so that its articles can be seen before it is. */
    public Feed preview(String address) throws RosterException, InterruptedException {
        URI url = FeedFields.address(address, networks);
        Instant now = now();
        for (KnownFeed draft : views.drafts()) {
            Instant since = draft.feed().draft();
            if (since == null || since.isBefore(now.minus(DRAFT_KEPT))) {
                drop(draft.key());
            }
        }
        if (views.drafts().size() >= DRAFTS) {
            throw new RosterException(429, "too many previews are open; they go within the hour");
        }
        Feed feed = new Feed(Feed.idOf(url), url, url.getHost(), "unknown", null, Feed.Kind.INDEPENDENT, null,
                Feed.Reliability.F, Duration.ofMinutes(15), false, null, null, now);
        KnownFeed same = views.feedById(feed.id());
        if (same != null && same.feed().draft() == null) {
            throw new RosterException(409, "this address is on the list");
        }
        look(feed, feed.key());
        return feed;
    }

    /** Adds the feeds of an OPML document that are not on the list; nothing is fetched here, and the first polls are spread. */
    public Imported importOpml(InputStream opml) throws RosterException, InterruptedException {
        var urls = views.feeds().stream().map(each -> each.feed().url()).collect(Collectors.toCollection(HashSet::new));
        var refused = new ArrayList<String>();
        var feeds = new ArrayList<Feed>();
        int known = 0;
        int refusals = 0;
        for (FeedFields each : Opml.read(opml)) {
            try {
                Feed feed = each.added(networks);
                if (urls.add(feed.url())) {
                    feeds.add(feed);
                } else {
                    known++;
                }
            } catch (RosterException e) {
                if (refusals++ < REFUSALS_TOLD) {
                    refused.add(each.values().getOrDefault("url", "") + ": " + e.sentence());
                }
            }
        }
        keep(() -> store.put(feeds), () -> feeds.isEmpty() || holds(feeds.getLast()));
        return new Imported(feeds.size(), known, List.copyOf(refused));
    }

    /** The feed with this id, drafts included. */
    public KnownFeed known(String id) throws RosterException {
        KnownFeed known = views.feedById(id);
        if (known == null) {
            throw new RosterException(404, "no feed has this id");
        }
        return known;
    }

    private Optional<Look> look(Feed feed, String key) throws RosterException, InterruptedException {
        Instant now = now();
        keep(feed.fetchRequested(now));
        views.awaitChange(() -> answer(key, now).isPresent(), ANSWERED);
        return answer(key, now);
    }

    private Optional<Look> answer(String key, Instant requested) {
        FeedStatus status = views.status(key);
        return Optional.ofNullable(status == null ? null : status.look())
                .filter(look -> look.requested().equals(requested));
    }

    private void keep(Feed feed) throws RosterException, InterruptedException {
        keep(() -> store.put(List.of(feed)), () -> holds(feed));
    }

    private void drop(String key) throws RosterException, InterruptedException {
        keep(() -> store.remove(key), () -> views.feed(key) == null);
    }

    private boolean holds(Feed feed) {
        return feed.equals(views.feed(feed.key()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private interface Change {
        void make() throws IOException, InterruptedException;
    }

    private void keep(Change change, BooleanSupplier visible) throws RosterException, InterruptedException {
        try {
            change.make();
        } catch (IOException e) {
            log.warn("a change of the list of feeds could not be kept", e);
            throw new RosterException(503, "not saved: Kafka did not acknowledge it");
        }
        if (!views.awaitChange(visible, VISIBLE)) {
            throw new RosterException(503, "saved, but not seen back within " + VISIBLE.toSeconds() + " s");
        }
    }
}
