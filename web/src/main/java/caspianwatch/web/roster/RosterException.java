package caspianwatch.web.roster;

/** A change that is refused or failed, with the status of its HTTP answer and a sentence for people. */
public final class RosterException extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    RosterException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** What is wrong. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
