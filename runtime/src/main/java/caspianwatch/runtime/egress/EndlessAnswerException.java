package caspianwatch.runtime.egress;

import java.io.IOException;

/** A server that sends more in one connection than any answer can need, whatever part of the answer it calls it. */
public final class EndlessAnswerException extends IOException {
    private static final long serialVersionUID = 1;

    EndlessAnswerException(long bytes) {
        super("more than " + bytes + " bytes in one connection");
    }
}
