package caspianwatch.ingest.parse;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * References by name, resolved in one pass before the parser sees them: the document's own short entities, then HTML's;
 * an unknown one is text. A parser would open an input for each, at a hundred times the cost.
 */
final class NamedEntities {
    private static final Pattern REFERENCE = Pattern
            .compile("&([A-Za-z][A-Za-z0-9]{1,40}|[A-Za-z_][A-Za-z0-9._-]{0,40});");
    private static final Set<String> XML = Set.of("amp", "lt", "gt", "quot", "apos");
    /** What a document's own entities may add to it: three letters can stand for two hundred. */
    private static final int MOST_GROWTH = 1024 * 1024;
    private static final String SECTION = "<![CDATA[";

    private NamedEntities() {}

    static String resolved(String markup, Map<String, String> declared) {
        if (markup.indexOf('&') < 0) {
            return markup;
        }
        var out = new StringBuilder(markup.length());
        var reference = REFERENCE.matcher(markup);
        int at = 0;
        int section = markup.indexOf(SECTION);
        int growth = 0;
        boolean found = reference.find();
        while (found) {
            if (section >= 0 && section < reference.start()) {
                int end = markup.indexOf("]]>", section);
                int stop = end < 0 ? markup.length() : end + 3;
                out.append(markup, at, stop);
                at = stop;
                section = markup.indexOf(SECTION, stop);
                found = reference.start() >= stop || reference.find(stop);
            } else {
                String own = growth > MOST_GROWTH ? null : declared.get(reference.group(1));
                growth += own == null ? 0 : own.length();
                out.append(markup, at, reference.start()).append(replacement(reference.group(1), own));
                at = reference.end();
                found = reference.find();
            }
        }
        return out.append(markup, at, markup.length()).toString();
    }

    private static String replacement(String name, @Nullable String own) {
        if (XML.contains(name)) {
            return "&" + name + ";";
        }
        String meant = own == null ? Entities.getByName(name) : own;
        String text = meant.isEmpty() && own == null ? "&" + name + ";" : meant;
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;").replace("'", "&apos;");
    }
}
