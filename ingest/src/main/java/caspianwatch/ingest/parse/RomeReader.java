package caspianwatch.ingest.parse;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.Text;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;

/** What Rome reads in the same tree, for the fields that our reader left open. */
final class RomeReader {
    private static final int MOST_DIGITS = 100;

    private RomeReader() {}

    /**
     * Whether Rome may be asked. It tries each of its date masks on whatever stands where a date belongs, at a cost that grows
     * with the square of the digits: a megabyte of them would take it an hour.
     */
    static boolean bears(Document tree) {
        for (Text text : tree.getDescendants(Filters.text())) {
            String written = text.getText();
            int digits = 0;
            for (int i = 0; i < written.length(); i++) {
                digits = Character.isDigit(written.charAt(i)) ? digits + 1 : 0;
                if (digits > MOST_DIGITS) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The document with its gaps filled; a refusal of Rome's is a problem of the feed and nothing else. */
    static ParsedDocument fill(ParsedDocument ours, Document tree) {
        SyndFeed rome;
        try {
            rome = new SyndFeedInput(false, Locale.US).build(tree);
        } catch (FeedException | RuntimeException | StackOverflowError e) {
            var problems = new ArrayList<>(ours.problems());
            problems.add("a strict reader would refuse it: " + e.getClass().getSimpleName());
            return with(ours, ours.entries(), ours.title(), ours.link(), ours.description(), problems);
        }
        var entries = ours.entries();
        if (rome.getEntries().size() == entries.size()) {
            var filled = new ArrayList<ParsedEntry>();
            for (int i = 0; i < entries.size(); i++) {
                filled.add(fill(entries.get(i), rome.getEntries().get(i)));
            }
            entries = filled;
        }
        return with(ours, entries, or(ours.title(), rome.getTitle()),
                ours.link() == null ? blank(rome.getLink()) : ours.link(),
                or(ours.description(), rome.getDescription()), ours.problems());
    }

    private static ParsedEntry fill(ParsedEntry ours, SyndEntry rome) {
        String described = rome.getDescription() == null ? null : rome.getDescription().getValue();
        return new ParsedEntry(ours.id(),
                ours.link() == null ? blank(rome.getLink()) : ours.link(), or(ours.title(), rome.getTitle()),
                ours.content() == null ? or(ours.summary(), described) : ours.summary(), ours.content(),
                or(ours.published(), rome.getPublishedDate()), or(ours.updated(), rome.getUpdatedDate()),
                ours.authors(),
                ours.categories(), ours.enclosures(), ours.language());
    }

    private static ParsedDocument with(ParsedDocument ours, List<ParsedEntry> entries, @Nullable Markup title,
            @Nullable String link, @Nullable Markup description, List<String> problems) {
        return new ParsedDocument(ours.format(), title, link, description, ours.id(), ours.language(), ours.published(),
                ours.updated(), ours.authors(), ours.categories(), entries, problems, ours.pace());
    }

    private static @Nullable Markup or(@Nullable Markup ours, @Nullable String rome) {
        String text = ours == null ? blank(rome) : null;
        return text == null ? ours : Markup.guess(text);
    }

    private static @Nullable Instant or(@Nullable Instant ours, @Nullable Date rome) {
        return ours == null && rome != null ? rome.toInstant() : ours;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
