package caspianwatch.ingest.parse;

import java.util.regex.Pattern;

/** One pass over ill-formed markup: the breakages that leave the structure alone are mended, everything else stays. */
final class MarkupRepair {
    private static final Pattern REFERENCE = Pattern
            .compile("&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    private MarkupRepair() {}

    /** Bare ampersands and less-than signs are escaped, characters and references that XML forbids are dropped. */
    static String repaired(String markup) {
        var out = new StringBuilder(markup.length() + 64);
        var reference = REFERENCE.matcher(markup);
        int i = 0;
        while (i < markup.length()) {
            char c = markup.charAt(i);
            if (c == '<' && markup.startsWith("<![CDATA[", i)) {
                int end = markup.indexOf("]]>", i);
                int stop = end < 0 ? markup.length() : end + 3;
                legal(markup, i, stop, out);
                i = stop;
            } else if (c == '<' && i + 1 < markup.length() && !opens(markup.charAt(i + 1))) {
                out.append("&lt;");
                i++;
            } else if (c == '&') {
                if (reference.region(i, Math.min(markup.length(), i + 40)).lookingAt()) {
                    out.append(legalReference(reference.group()));
                    i = reference.end();
                } else {
                    out.append("&amp;");
                    i++;
                }
            } else {
                legal(markup, i, i + 1, out);
                i++;
            }
        }
        return out.toString();
    }

    private static boolean opens(char c) {
        return Character.isLetter(c) || c == '_' || c == '/' || c == '!' || c == '?';
    }

    private static String legalReference(String reference) {
        if (reference.charAt(1) != '#') {
            return reference;
        }
        boolean hex = reference.charAt(2) == 'x';
        int code = Integer.parseInt(reference.substring(hex ? 3 : 2, reference.length() - 1), hex ? 16 : 10);
        boolean legal = code == 9 || code == 10 || code == 13
                || (code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF) && code != 0xFFFE
                        && code != 0xFFFF);
        return legal ? reference : "";
    }

    private static void legal(String markup, int from, int to, StringBuilder out) {
        for (int i = from; i < to; i++) {
            char c = markup.charAt(i);
            if ((c >= 0x20 && c < 0xFFFE) || c == '\n' || c == '\t' || c == '\r') {
                out.append(c);
            }
        }
    }
}
