package caspianwatch.ingest.feeds;

/** Hosts that are the machine we run on: nobody stands between, and nobody else is annoyed. */
public final class ThisMachine {
    private ThisMachine() {}

    /** Whether a host, as it stands in an address, is the loopback. */
    public static boolean is(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
