package caspianwatch.ingest.parse;

import caspianwatch.ingest.parse.ParsedDocument.Person;
import caspianwatch.ingest.parse.ParsedEntry.Enclosure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The fields of a channel or an entry, from its direct children, each by the names that it goes by, best first. */
final class Fields {
    private static final Pattern MAIL = Pattern.compile("[\\w.+%'-]+@[\\w-]+(?:\\.[\\w-]+)*");
    private static final Set<String> CATEGORIES = Set.of("category", "dc:subject", "itunes:category", "media:category",
            "keywords", "itunes:keywords", "media:keywords", "tags");
    private static final int MANY = 100;

    private final List<Element> children;
    private final Map<String, List<Element>> byName = new HashMap<>();
    private final @Nullable String document;

    /** @param document what links are relative to where no xml:base says otherwise */
    Fields(List<Element> children, @Nullable String document) {
        this.children = children;
        this.document = document;
        for (Element child : children) {
            var same = byName.computeIfAbsent(Tree.name(child), _ -> new ArrayList<>());
            if (same.size() < MANY) {
                same.add(child);
            }
        }
    }

    /** The children that go by one of the names, in the order of the names; then Atom's, in RSS, of any version of Atom. */
    List<Element> all(String... names) {
        var found = new ArrayList<Element>();
        for (String name : names) {
            found.addAll(byName.getOrDefault(name, List.of()));
        }
        for (String name : names) {
            found.addAll(byName.getOrDefault("atom:" + name, List.of()));
        }
        return found;
    }

    @Nullable
    String text(String... names) {
        return all(names).stream().map(Tree::text).filter(text -> text != null).findFirst().orElse(null);
    }

    @Nullable
    Instant date(String... names) {
        for (Element element : all(names)) {
            Instant date = FeedDates.parse(Tree.text(element));
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    @Nullable
    Markup markup(String... names) {
        for (Element element : all(names)) {
            Markup markup = markup(element);
            if (markup != null) {
                return markup.relativeTo(Tree.base(element, document));
            }
        }
        return null;
    }

    /** A text with its kind: Atom's type and mode say it, RSS leaves it to be guessed. */
    static @Nullable Markup markup(Element element) {
        String name = Tree.name(element);
        String type = orEmpty(Tree.attribute(element, "type")).toLowerCase(Locale.ROOT);
        String mode = orEmpty(Tree.attribute(element, "mode")).toLowerCase(Locale.ROOT);
        boolean hasElements = Tree.hasElements(element);
        String text = hasElements ? Tree.inner(element) : element.getValue().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (hasElements) {
            return Markup.html(text);
        }
        if (mode.equals("base64") || (binary(type) && mode.isEmpty())) {
            byte[] decoded = base64(text);
            String words = decoded == null ? null : DecodedText.words(decoded);
            return decoded == null ? Markup.plain(text) : words == null ? null : Markup.guess(words);
        }
        boolean plain = type.equals("text") || (type.equals("text/plain") && !name.startsWith("media:"))
                || type.endsWith("/xml") || (type.endsWith("+xml") && !type.contains("html"));
        return plain ? Markup.plain(text) : type.contains("html") ? Markup.html(text) : Markup.guess(text);
    }

    /**
     * The id. It is compared letter by letter (RFC 4287, section 4.2.6.1), so only an xml:base may change it, no address of
     * ours; but a path alone is no id before it has a host.
     */
    @Nullable
    String id() {
        for (Element element : all("guid", "id")) {
            String text = Tree.text(element);
            if (text != null) {
                boolean path = text.startsWith("/") && !text.startsWith("//");
                return Tree.name(element).endsWith("guid")
                        ? text
                        : Links.absolute(text, Tree.base(element, path ? document : null));
            }
        }
        return null;
    }

    /** The page that the channel or entry stands for. */
    @Nullable
    String link() {
        Element plain = null;
        String text = null;
        for (Element link : all("link")) {
            String href = Tree.attribute(link, "href");
            String rel = orEmpty(Tree.attribute(link, "rel")).toLowerCase(Locale.ROOT);
            String type = orEmpty(Tree.attribute(link, "type")).toLowerCase(Locale.ROOT);
            boolean page = rel.isEmpty() || rel.equals("alternate") || rel.endsWith("/alternate");
            if (href != null && page && (type.isEmpty() || type.contains("html"))) {
                return absolute(href, link);
            }
            if (href == null && page && Tree.text(link) != null && Tree.name(link).equals("link")) {
                text = absolute(Tree.text(link), link); // of several in RSS the last counts, as readers agree
            }
            plain = href != null && page && plain == null ? link : plain;
        }
        return text != null ? text : plain == null ? null : absolute(Tree.attribute(plain, "href"), plain);
    }

    @Nullable
    String absolute(@Nullable String link, Element where) {
        return Links.absolute(link, Tree.base(where, document));
    }

    List<Person> persons(String... names) {
        var people = new LinkedHashSet<Person>();
        for (Element element : all(names)) {
            var inside = new Fields(element.getChildren(), document);
            String name = inside.text("name", "atom:name", "itunes:name");
            String mail = inside.text("email", "atom:email", "itunes:email");
            String page = inside.text("uri", "url", "homepage");
            Person person = name == null && mail == null && page == null
                    ? person(Tree.text(element))
                    : new Person(name, mail, page);
            if (person != null) {
                people.add(person);
            }
        }
        return List.copyOf(people);
    }

    /** {@code mail@host (Name)}, {@code Name <mail@host>} and either alone. */
    static @Nullable Person person(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String text = PlainText.line(Markup.plain(written), 500);
        var mail = MAIL.matcher(text);
        if (!mail.find()) {
            return text.isEmpty() ? null : new Person(text, null, null);
        }
        String name = (text.substring(0, mail.start()) + text.substring(mail.end())).replaceAll("(?i)mailto:", "")
                .replaceAll("^[\\s()<>\\[\\],;:\"]+|[\\s()<>\\[\\],;:\"]+$", "").replaceAll("\\(\\s*\\)|<\\s*>", "")
                .strip();
        return new Person(name.isEmpty() ? null : name, mail.group(), null);
    }

    List<String> categories() {
        var words = new LinkedHashSet<String>();
        for (Element element : children) {
            String name = Tree.name(element);
            if (!CATEGORIES.contains(name.startsWith("atom:") ? name.substring(5) : name) || words.size() > MANY) {
                continue;
            }
            String term = Tree.attribute(element, "term");
            term = term == null ? Tree.attribute(element, "text") : term;
            term = term == null ? Tree.text(element) : term;
            if (term != null && (name.endsWith("keywords") || name.equals("tags"))) {
                List.of(term.split("\\s*,\\s*", -1)).forEach(words::add);
            } else if (term != null) {
                words.add(term);
            }
            if (Tree.hasElements(element)) {
                words.addAll(new Fields(element.getChildren(), document).categories());
            }
        }
        words.remove("");
        return List.copyOf(words);
    }

    List<Enclosure> enclosures() {
        var files = new LinkedHashSet<Enclosure>();
        for (Element element : all("enclosure")) {
            String url = Tree.attribute(element, "url");
            url = url == null ? Tree.attribute(element, "resource") : url;
            file(files, element, url == null ? Tree.attribute(element, "href") : url,
                    Tree.attribute(element, "length"));
        }
        for (Element link : all("link")) {
            if (orEmpty(Tree.attribute(link, "rel")).toLowerCase(Locale.ROOT).endsWith("enclosure")) {
                file(files, link, Tree.attribute(link, "href"), Tree.attribute(link, "length"));
            }
        }
        media(files, children);
        return List.copyOf(files);
    }

    private void media(Set<Enclosure> files, List<Element> where) {
        for (Element element : where) {
            switch (Tree.name(element)) {
                case "media:content" -> {
                    file(files, element, Tree.attribute(element, "url"), Tree.attribute(element, "fileSize"));
                    media(files, element.getChildren());
                }
                case "media:group" -> media(files, element.getChildren());
                case "media:thumbnail" -> file(files, element, Tree.attribute(element, "url"), null);
                default -> {
                }
            }
        }
    }

    private void file(Set<Enclosure> files, Element element, @Nullable String url, @Nullable String length) {
        String link = absolute(url, element);
        if (link != null && files.size() < MANY && files.stream().noneMatch(file -> file.url().equals(link))) {
            files.add(new Enclosure(link, Tree.attribute(element, "type"), length));
        }
    }

    private static boolean binary(String type) {
        return type.contains("/") && !type.startsWith("text/") && !type.endsWith("+xml") && !type.endsWith("/xml")
                && !type.contains("html") && !type.startsWith("message/");
    }

    /** Strictly: what only happens to be made of such letters must not be decoded. */
    private static byte @Nullable [] base64(String text) {
        String packed = text.replaceAll("\\s+", "");
        try {
            return packed.length() % 4 == 0 ? Base64.getDecoder().decode(packed) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
