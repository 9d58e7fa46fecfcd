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
        // looked up once: a document of a million comments that never end must not be searched a million times
        int lastInstruction = text.lastIndexOf("?>");
        int lastComment = text.lastIndexOf("-->");
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
                at = after(text, "?>", open, lastInstruction);
            } else if (text.startsWith("<!--", open)) {
                at = after(text, "-->", open, lastComment);
            } else if (text.regionMatches(true, open, "<!DOCTYPE", 0, 9)) {
                at = endOfDoctype(text, open);
                if (text.substring(open, at).indexOf('[') >= 0 && problems.isEmpty()) {
                    problems.add("declarations in the DOCTYPE left out");
                }
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

    private static int after(String text, String end, int from, int last) {
        int found = from <= last ? text.indexOf(end, from) : -1;
        int angle = found < 0 ? text.indexOf('>', from) : -1;
        return found >= 0 ? found + end.length() : angle >= 0 ? angle + 1 : text.length();
    }

    private static int endOfDoctype(String text, int from) {
        int angle = text.indexOf('>', from);
        if (angle < 0) {
            return text.length();
        }
        int limit = Math.min(text.length(), from + DOCTYPE_LIMIT);
        int bracket = text.indexOf('[', from, Math.min(angle, limit));
        if (bracket < 0) {
            return angle + 1;
        }
        for (int close = text.indexOf(']', bracket, limit); close >= 0; close = text.indexOf(']', close + 1, limit)) {
            int next = close + 1;
            while (next < limit && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            if (next < limit && text.charAt(next) == '>') {
                return next + 1;
            }
        }
        return angle + 1;
    }
}
