package caspianwatch.app;

/** Why the process cannot start; the message is one line that says what to do. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1;

    /** With a line for the person at the terminal. */
    public StartException(String message) {
        super(message);
    }

    /** With a line for the person at the terminal, and what was behind it. */
    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
