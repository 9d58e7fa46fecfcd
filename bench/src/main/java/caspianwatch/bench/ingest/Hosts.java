package caspianwatch.bench.ingest;

/** The address of each feed: one of 127.0.0.0/8 of its own, all of which Linux gives to the loopback. */
final class Hosts {
    /** How many there can be. */
    static final int MOST = 250 * 50_000;

    private Hosts() {}

    static String of(int feed) {
        return "127." + (1 + feed / 50_000) + "." + (feed / 250 % 200) + "." + (1 + feed % 250);
    }

    static String url(int feed, int port) {
        return "http://" + of(feed) + ":" + port + "/feed.xml";
    }
}
