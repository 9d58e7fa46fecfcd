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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes drafts of the entries of a document; pure. */
public final class Drafts {
    private static final int TITLE_CHARS = 1_000;
    private static final int TEXT_BYTES = 64 * 1024;
    private static final int AUTHOR_CHARS = 200;
    private static final int KEY_CHARS = 1_000;
    private static final int MEDIA = 10;
    /** RFC 5646 asks for room for 35. */
    private static final int LANGUAGE_CHARS = 35;
    private static final Pattern SCHEME = Pattern.compile("^https?://(?:www\\.)?", Pattern.CASE_INSENSITIVE);
    /** A text shorter than this is the publisher's summary, whatever element it stood in. */
    private static final int FULL_TEXT = 1_200;

    private Drafts() {}

    /** In the order of the document; entries without any words and one that breaks off are left out, the same twice comes once. */
    public static List<Draft> of(ParsedDocument document, Feed feed) {
        String language = document.language() == null ? feed.language() : tag(document.language());
        var drafts = new ArrayList<Draft>();
        int whole = document.entries().size() - (document.breaksOff() ? 1 : 0);
        for (ParsedEntry entry : document.entries().subList(0, Math.max(whole, 0))) {
            Draft draft = draft(entry, language, document.link());
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

    private static Draft draft(ParsedEntry entry, @Nullable String language, @Nullable String site) {
        String title = entry.title() == null ? "" : PlainText.line(entry.title(), TITLE_CHARS);
        String whole = longer(text(entry.content()), text(entry.summary()));
        String text = PlainText.capped(whole.equals(title) ? "" : whole, TEXT_BYTES);
        TextBasis basis = text.isEmpty()
                ? TextBasis.TITLE
                : text.length() < FULL_TEXT ? TextBasis.SUMMARY : TextBasis.FULL;
        URI url = Links.web(entry.link());
        URI canonical = url == null || url.toString().equals(site) ? null : Links.canonical(url);
        String hash = Ids.digest(title, text);
        return new Draft(key(entry, canonical, hash), url, canonical, title, text, basis,
                entry.language() == null ? language : tag(entry.language()), author(entry),
                entry.published() == null ? entry.updated() : entry.published(), hash, media(entry),
                !whole.equals(title) && text.length() < whole.length());
    }

    private static String key(ParsedEntry entry, @Nullable URI canonical, String hash) {
        String id = entry.id();
        if (id != null && !id.isBlank()) {
            String stable = withoutScheme(id);
            return stable.length() <= KEY_CHARS ? stable : Ids.digest(stable);
        }
        return canonical == null ? hash : withoutScheme(canonical.toString());
    }

    /** A publisher who turns to https must not send a year of news again. */
    private static String withoutScheme(String address) {
        return SCHEME.matcher(address).replaceFirst("");
    }

    /** Feeds that give every entry the same guid or link: the link, else the content tells them apart. */
    private static Draft apart(Draft draft) {
        String link = draft.canonicalUrl() == null ? "" : withoutScheme(draft.canonicalUrl().toString());
        String mark = link.isEmpty() || link.equals(draft.key()) ? draft.contentHash() : link;
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

    private static @Nullable String tag(String language) {
        return language.length() <= LANGUAGE_CHARS ? language : null;
    }

    private static List<URI> media(ParsedEntry entry) {
        return entry.enclosures().stream().map(file -> Links.web(file.url())).filter(Objects::nonNull).distinct()
                .limit(MEDIA).toList();
    }
}
