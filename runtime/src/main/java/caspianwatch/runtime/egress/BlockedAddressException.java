package caspianwatch.runtime.egress;

import java.io.IOException;

/** An address that must not be reached. */
public final class BlockedAddressException extends IOException {
    private static final long serialVersionUID = 1;

    BlockedAddressException(String message) {
        super(message);
    }
}
