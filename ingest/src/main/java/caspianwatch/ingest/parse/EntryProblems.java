package caspianwatch.ingest.parse;

import java.util.HashSet;
import java.util.List;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** What is odd about the entries of a document: dates that nobody can read, ids that tell nothing apart. */
final class EntryProblems {
    private static final int SAMPLE = 60;

    private EntryProblems() {}

    /** Adds to the problems; the elements are those of the entries, and perhaps more. */
    static void of(List<ParsedEntry> entries, List<Element> elements, List<String> problems) {
        var ids = new HashSet<String>();
        int shared = 0;
        int unread = 0;
        String sample = "";
        for (int i = 0; i < entries.size(); i++) {
            ParsedEntry entry = entries.get(i);
            shared += entry.id() != null && !ids.add(entry.id()) ? 1 : 0;
            String date = entry.published() == null && entry.updated() == null ? written(elements.get(i)) : null;
            if (date != null) {
                unread++;
                sample = sample.isEmpty() ? date : sample;
            }
        }
        if (shared > 0) {
            problems.add("entries that share an id with another: " + shared);
        }
        if (unread > 0) {
            problems.add("dates not understood: " + unread + ", such as " + cut(sample));
        }
    }

    private static @Nullable String written(Element element) {
        return new Fields(element.getChildren(), null).text("pubdate", "published", "issued", "dc:date", "updated",
                "modified", "date");
    }

    private static String cut(String text) {
        return text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    }
}
