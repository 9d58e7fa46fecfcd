package caspianwatch.ingest.parse;

import org.jspecify.annotations.Nullable;

/** Titles for entries that have none, as short messages often do not. */
final class Titles {
    private static final int CHARS = 100;

    private Titles() {}

    /** The beginning of the first line of the first text that has one, else the address; null where there is none. */
    static @Nullable Markup from(@Nullable String link, @Nullable Markup... texts) {
        for (Markup text : texts) {
            String line = text == null ? "" : PlainText.of(text).lines().findFirst().orElse("");
            if (!line.isEmpty()) {
                String title = PlainText.line(Markup.plain(line), CHARS);
                return Markup.plain(title.length() < line.length() ? title + "…" : title);
            }
        }
        return link == null ? null : Markup.plain(link);
    }
}
