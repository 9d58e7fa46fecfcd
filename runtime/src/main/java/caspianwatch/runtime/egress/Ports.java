package caspianwatch.runtime.egress;

import java.util.Set;

/**
 * Ports that HTTP has no business with: a request there could be read as mail or as a command by what listens. Of those
 * below 1024 only the two of the web are asked; above, none of those that the Fetch standard blocks, and no well-known
 * store, queue or desktop.
 */
final class Ports {
    private static final int PRIVILEGED = 1024;
    private static final Set<Integer> REFUSED = Set.of(1433, 1521, 1719, 1720, 1723, 2049, 2181, 2375, 2376, 2379, 2380,
            3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432, 5672, 5900, 6000, 6379, 6443, 6566, 6665, 6666, 6667, 6668,
            6669, 6679, 6697, 9092, 9093, 9200, 9300, 10080, 10250, 11211, 27017);

    private Ports() {}

    /** Whether the port may be asked; -1 is that of the scheme. */
    static boolean permits(int port) {
        return port == -1 || port == 80 || port == 443 || (port >= PRIVILEGED && !REFUSED.contains(port));
    }
}
