package caspianwatch.runtime;

import java.util.List;

/** One or more settings are wrong; the message names each. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SettingsException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
