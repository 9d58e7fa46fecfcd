package caspianwatch.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much an article matters to a duty officer; written as its digit. */
public enum Severity {
    BACKGROUND(1), ROUTINE(2), NOTABLE(3), HIGH(4), CRITICAL(5);

    private final int digit;

    Severity(int digit) {
        this.digit = digit;
    }

    /** 1 for background to 5 for critical. */
    @JsonValue
    public int digit() {
        return digit;
    }

    /** The severity of a digit from 1 to 5; {@link IllegalArgumentException} for any other. */
    @JsonCreator
    public static Severity of(int digit) {
        if (digit < 1 || digit > 5) {
            throw new IllegalArgumentException("severity " + digit + " is not from 1 to 5");
        }
        return values()[digit - 1];
    }

    /** The name that the desk shows: {@code Background} to {@code Critical}. */
    public String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
