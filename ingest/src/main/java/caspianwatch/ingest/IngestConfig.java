package caspianwatch.ingest;

import caspianwatch.contract.Feed;
import caspianwatch.ingest.feeds.FeedList;
import caspianwatch.ingest.feeds.FeedListException;
import caspianwatch.ingest.feeds.ThisMachine;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Setting;
import caspianwatch.runtime.Settings;
import caspianwatch.runtime.due.DueWorks;
import caspianwatch.runtime.egress.Networks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What ingest is told.
 *
 * @param contact in the User-Agent, so that the owner of a server can reach the operator
 * @param allowNetworks private networks (CIDR) in which feeds may be fetched
 * @param firstFeeds loaded where the topic of feeds has never held any
 * @param diskFloorMib free space (MiB) at the data folder below which no feed is asked; 0 for none
 */
public record IngestConfig(KafkaSettings kafka, String contact, List<String> allowNetworks, List<Feed> firstFeeds,
        int diskFloorMib) {
    private static final int AT_ONCE = 64;
    private static final Duration BETWEEN_REQUESTS_TO_A_HOST = Duration.ofSeconds(2);
    private static final Duration BETWEEN_REQUESTS_TO_OURSELVES = Duration.ofMillis(50);

    public IngestConfig {
        allowNetworks = List.copyOf(allowNetworks);
        firstFeeds = List.copyOf(firstFeeds);
    }

    /** Reads the settings; problems are collected in them. */
    public static IngestConfig from(Settings settings) {
        return new IngestConfig(KafkaSettings.from(settings), contact(settings), networks(settings), feeds(settings),
                settings.number(Setting.CASPIAN_DISK_FLOOR_MIB, 0, 1 << 20));
    }

    /** How many requests at once, and how long a host is left alone between two; where all feeds are our own, hardly at all. */
    DueWorks.Limits limits() {
        boolean ours = !firstFeeds.isEmpty() && firstFeeds.stream().allMatch(feed -> ThisMachine.is(feed.host()));
        return new DueWorks.Limits(AT_ONCE, ours ? BETWEEN_REQUESTS_TO_OURSELVES : BETWEEN_REQUESTS_TO_A_HOST);
    }

    /** Whether hosts that are not ours would be given a contact that leads to nobody: a name reserved for examples (RFC 2606). */
    boolean contactLeadsNowhere() {
        return contact.matches("(?i).*\\bexample(\\.(com|net|org))?([/:].*)?")
                && firstFeeds.stream().anyMatch(feed -> feed.enabled() && !ThisMachine.is(feed.host()));
    }

    private static String contact(Settings settings) {
        String contact = settings.required(Setting.CASPIAN_FEEDS_CONTACT);
        if (!contact.matches("[\\x21-\\x27\\x2a-\\x7e]*")) {
            settings.problem(Setting.CASPIAN_FEEDS_CONTACT, "must be one word of ASCII, an address or a mailbox");
        }
        return contact;
    }

    private static List<String> networks(Settings settings) {
        List<String> networks = settings.list(Setting.CASPIAN_FEEDS_ALLOW_NETWORKS);
        try {
            Networks.publicAnd(networks);
        } catch (IllegalArgumentException e) {
            settings.problem(Setting.CASPIAN_FEEDS_ALLOW_NETWORKS, String.valueOf(e.getMessage()));
        }
        return networks;
    }

    private static List<Feed> feeds(Settings settings) {
        String file = settings.text(Setting.CASPIAN_FEEDS_FILE);
        if (file == null) {
            return FeedList.ours();
        }
        try {
            return FeedList.read(Path.of(file));
        } catch (FeedListException e) {
            settings.problem(Setting.CASPIAN_FEEDS_FILE, String.valueOf(e.getMessage()));
            return List.of();
        }
    }
}
