package caspianwatch.web.api;

import org.jspecify.annotations.Nullable;

/** A request that cannot be answered: status, what is wrong, and where in a query. */
public final class ApiException extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final @Nullable Integer position;

    ApiException(int status, String message) {
        this(status, message, null);
    }

    ApiException(int status, String message, @Nullable Integer position) {
        super(message);
        this.status = status;
        this.position = position;
    }

    int status() {
        return status;
    }

    @Nullable
    Integer position() {
        return position;
    }
}
