package caspianwatch.contract;

import java.time.Instant;
import java.util.List;

/**
 * A stored query plus where and how its alerts go.
 *
 * @param query in the query language, as its owner wrote it
 * @param minimumSeverity alerts below it are not raised
 * @param created when it was saved
 */
public record Subscription(String id, String owner, String name, String query, Severity minimumSeverity,
        List<Channel> channels, boolean enabled, Instant created) {
    public Subscription {
        channels = List.copyOf(channels);
    }

    /** The id that a subscription of this owner, name, query and channels gets: asking twice gives one subscription. */
    public static String idOf(String owner, String name, String query, List<Channel> channels) {
        return Ids.of(owner, name, query,
                String.join(",", channels.stream().map(Channel::name).sorted().toList()));
    }
}
