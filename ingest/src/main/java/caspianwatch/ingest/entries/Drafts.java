package caspianwatch.ingest.entries;

import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Feed;
import caspianwatch.contract.Ids;
import caspianwatch.ingest.parse.Links;
import caspianwatch.ingest.parse.Markup;
import caspianwatch.ingest.parse.ParsedDocument;
import caspianwatch.ingest.parse.ParsedEntry;
import caspianwatch.ingest.parse.PlainText;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes drafts of the entries of a document; pure. */
public final class Drafts {
    private static final int TITLE_CHARS = 1_000;
    private static final int TEXT_BYTES = 64 * 1024;
    private static final int AUTHOR_CHARS = 200;
    private static final int KEY_CHARS = 1_000;
    private static final int MEDIA = 10;
    /** A text shorter than this is the publisher's summary, whatever element it stood in. */
    private static final int FULL_TEXT = 1_200;

    private Drafts() {}

    /** In the order of the document; entries without any words are left out, the same entry twice comes once. */
    public static List<Draft> of(ParsedDocument document, Feed feed) {
        String language = document.language() == null ? feed.language() : document.language();
        var drafts = new ArrayList<Draft>();
        for (ParsedEntry entry : document.entries()) {
            Draft draft = draft(entry, language);
            if (!draft.title().isEmpty() || !draft.text().isEmpty()) {
                drafts.add(draft);
            }
        }
        Map<String, Long> uses = drafts.stream().distinct()
                .collect(Collectors.groupingBy(Draft::key, Collectors.counting()));
        var unique = new LinkedHashMap<String, Draft>();
        for (Draft draft : drafts) {
            Draft told = uses.getOrDefault(draft.key(), 0L) > 1 ? apart(draft) : draft;
            unique.putIfAbsent(told.key(), told);
        }
        return List.copyOf(unique.values());
    }

    private static Draft draft(ParsedEntry entry, @Nullable String language) {
        String title = entry.title() == null ? "" : PlainText.line(entry.title(), TITLE_CHARS);
        String whole = longer(text(entry.content()), text(entry.summary()));
        String text = PlainText.capped(whole.equals(title) ? "" : whole, TEXT_BYTES);
        TextBasis basis = text.isEmpty()
                ? TextBasis.TITLE
                : text.length() < FULL_TEXT ? TextBasis.SUMMARY : TextBasis.FULL;
        URI url = Links.web(entry.link());
        URI canonical = url == null ? null : Links.canonical(url);
        String hash = Ids.digest(title, text);
        return new Draft(key(entry, canonical, hash), url, canonical, title, text, basis,
                entry.language() == null ? language : entry.language(), author(entry),
                entry.published() == null ? entry.updated() : entry.published(), hash, media(entry),
                !whole.equals(title) && text.length() < whole.length());
    }

    private static String key(ParsedEntry entry, @Nullable URI canonical, String hash) {
        String id = entry.id();
        if (id != null && !id.isBlank()) {
            return id.length() <= KEY_CHARS ? id : Ids.digest(id);
        }
        return canonical == null ? hash : canonical.toString();
    }

    /** Feeds that give every entry the same guid: the link, else the content tells them apart. */
    private static Draft apart(Draft draft) {
        String mark = draft.canonicalUrl() == null ? draft.contentHash() : draft.canonicalUrl().toString();
        return new Draft(draft.key() + "\n" + mark, draft.url(), draft.canonicalUrl(), draft.title(), draft.text(),
                draft.basis(), draft.languageHint(), draft.author(), draft.dated(), draft.contentHash(), draft.media(),
                draft.truncated());
    }

    private static String text(@Nullable Markup markup) {
        return markup == null ? "" : PlainText.of(markup);
    }

    private static String longer(String content, String summary) {
        return content.length() >= summary.length() ? content : summary;
    }

    private static @Nullable String author(ParsedEntry entry) {
        String names = entry.authors().stream().map(person -> person.name() == null ? person.email() : person.name())
                .filter(Objects::nonNull).limit(3).collect(Collectors.joining(", "));
        return names.isBlank() ? null : PlainText.line(Markup.plain(names), AUTHOR_CHARS);
    }

    private static List<URI> media(ParsedEntry entry) {
        return entry.enclosures().stream().map(file -> Links.web(file.url())).filter(Objects::nonNull).distinct()
                .limit(MEDIA).toList();
    }
}
