package caspianwatch.runtime.egress;

import java.net.InetAddress;
import java.util.List;

/** Which addresses may be reached: everything globally routable, and what the operator allows besides. */
@SuppressWarnings("DoNotCallSuggester")
public final class Networks {
    private Networks() {}

    /** The globally routable addresses and these networks (CIDR); {@link IllegalArgumentException} names one that is none. */
    public static Networks publicAnd(List<String> allowed) {
        throw new IllegalStateException("not written yet");
    }

    /** Whether the address may be reached. */
    public boolean permits(InetAddress address) {
        throw new IllegalStateException("not written yet");
    }
}
