package caspianwatch.ingest.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A document from its root element on, with the harmless entities of the DOCTYPE that was cut off.
 *
 * <p>RSS 0.91 names a DTD at netscape.com that is long gone; feeds with an internal subset declare {@code nbsp} and the
 * like. Nothing outside the document is ever asked for, and an entity that contains another is not kept, so that none
 * can grow.
 */
record Prolog(String body, Map<String, String> entities, List<String> problems) {
    private static final Pattern ENTITY = Pattern
            .compile("<!ENTITY\\s+([A-Za-z_][A-Za-z0-9._-]*)\\s+(?:\"([^\"&%]{0,200})\"|'([^'&%]{0,200})')\\s*>");
    private static final int DOCTYPE_LIMIT = 65_536;

    static Prolog cutFrom(String text) {
        var entities = new HashMap<String, String>();
        var problems = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('<', at);
            if (open < 0) {
                return new Prolog("", entities, problems);
            }
            if (!text.substring(at, open).replace("\uFEFF", "").isBlank()
                    && !problems.contains("text before the root")) {
                problems.add("text before the root");
            }
            if (text.startsWith("<?", open)) {
                at = after(text, "?>", open);
            } else if (text.startsWith("<!--", open)) {
                at = after(text, "-->", open);
            } else if (text.regionMatches(true, open, "<!DOCTYPE", 0, 9)) {
                at = endOfDoctype(text, open);
                var declared = ENTITY.matcher(text).region(open, Math.min(at, open + DOCTYPE_LIMIT));
                while (declared.find()) {
                    entities.put(declared.group(1), declared.group(2) == null ? declared.group(3) : declared.group(2));
                }
            } else if (open + 1 < text.length() && Character.isLetter(text.charAt(open + 1))) {
                return new Prolog(text.substring(open), entities, problems);
            } else {
                at = open + 1;
            }
        }
        return new Prolog("", entities, problems);
    }

    private static int after(String text, String end, int from) {
        int found = text.indexOf(end, from);
        int angle = text.indexOf('>', from);
        return found >= 0 ? found + end.length() : angle >= 0 ? angle + 1 : text.length();
    }

    private static int endOfDoctype(String text, int from) {
        int bracket = text.indexOf('[', from);
        int angle = text.indexOf('>', from);
        if (angle < 0) {
            return text.length();
        }
        if (bracket < 0 || bracket > angle) {
            return angle + 1;
        }
        int close = text.indexOf(']', bracket);
        while (close >= 0) {
            int next = close + 1;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            if (next < text.length() && text.charAt(next) == '>') {
                return next + 1;
            }
            close = text.indexOf(']', close + 1);
        }
        return angle + 1;
    }
}
