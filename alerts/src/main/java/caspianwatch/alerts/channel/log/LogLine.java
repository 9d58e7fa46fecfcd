package caspianwatch.alerts.channel.log;

import caspianwatch.alerts.channel.Notification;
import caspianwatch.contract.Evidence;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * An alert as one line. A headline is foreign text: line breaks would forge a second entry, escape sequences would
 * drive a terminal, and marks of direction would turn the line round, so all of them are written out as escapes.
 */
final class LogLine {
    private static final int LONGEST_PART = 300;
    private static final int WORDS = 3;

    private LogLine() {}

    static String of(Notification.To subscription, Notification.Item alert) {
        String words = alert.evidence().stream().sorted(Comparator.comparingDouble(Evidence::weight).reversed())
                .map(Evidence::text).distinct().limit(WORDS).map(text -> '"' + plain(text) + '"')
                .collect(Collectors.joining(", "));
        return "[%s] %s (%s): %s".formatted(alert.severity().title(), plain(alert.article().title()),
                plain(subscription.name()), words);
    }

    private static String plain(String text) {
        var line = new StringBuilder();
        text.codePoints().limit(LONGEST_PART).forEach(c -> {
            if (controls(c)) {
                line.append("\\u%04x".formatted(c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST_PART ? line.append('…').toString() : line.toString();
    }

    private static boolean controls(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            // Of the format characters the joiners belong to words of Persian; the marks and overrides of direction do not.
            case Character.FORMAT -> c != 0x200c && c != 0x200d;
            default -> false;
        };
    }
}
