package caspianwatch.web.api;

import caspianwatch.contract.Channel;
import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Subscription;
import caspianwatch.web.view.KnownFeed;
import caspianwatch.web.view.NewestFirst;
import caspianwatch.web.view.Position;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pages of lists. A cursor is the place of the last item of a page, so what arrives meanwhile moves nothing. */
final class Listing {
    private Listing() {}

    /** A feed as programs see it: what we poll, and what the last poll found. */
    record FeedItem(String key, Feed feed, @Nullable FeedStatus status, boolean readable) {
        static FeedItem of(KnownFeed known) {
            return new FeedItem(known.key(), known.feed(), known.status(), known.readable());
        }
    }

    /** A subscription without its secrets. */
    record SubscriptionItem(String id, String owner, String name, String query, Severity minimumSeverity,
            List<ChannelItem> channels, boolean enabled, Instant created) {
        static SubscriptionItem of(Subscription one) {
            return new SubscriptionItem(one.id(), one.owner(), one.name(), one.query(), one.minimumSeverity(),
                    one.channels().stream().map(ChannelItem::of).toList(), one.enabled(), one.created());
        }
    }

    /** A channel without its secret. */
    record ChannelItem(String type, String name, @Nullable URI url) {
        static ChannelItem of(Channel channel) {
            return switch (channel) {
                case Channel.Webhook hook -> new ChannelItem(hook.type(), hook.name(), hook.url());
                case Channel.Log log -> new ChannelItem(log.type(), log.name(), null);
            };
        }
    }

    static <T> ApiAnswer.Page page(NewestFirst<T> all, @Nullable Position after, int limit, Predicate<T> taken,
            Function<T, Object> shown) {
        Stream<T> from = after == null ? all.stream() : all.after(after);
        Iterator<T> items = from.filter(taken).iterator();
        var page = new ArrayList<Object>();
        T last = null;
        while (page.size() < limit && items.hasNext()) {
            last = items.next();
            page.add(shown.apply(last));
        }
        return new ApiAnswer.Page(page, last == null || !items.hasNext() ? null : all.positionOf(last).cursor());
    }

    /** Feeds by key, for they have no time of their own. */
    static ApiAnswer.Page feeds(List<KnownFeed> feeds, @Nullable Position after, int limit) {
        var rest = feeds.stream().filter(each -> after == null || each.key().compareTo(after.id()) > 0).toList();
        var page = rest.subList(0, Math.min(limit, rest.size()));
        String next = page.size() == rest.size() ? null : new Position(Instant.EPOCH, page.getLast().key()).cursor();
        return new ApiAnswer.Page(page.stream().map(FeedItem::of).toList(), next);
    }
}
