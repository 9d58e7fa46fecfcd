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
            String decoded = base64(text);
            return decoded == null ? Markup.guess(text) : Markup.guess(decoded);
        }
        if (type.equals("text") || (type.equals("text/plain") && !name.startsWith("media:"))) {
            return Markup.plain(text);
        }
        return type.contains("html") ? Markup.html(text) : Markup.guess(text);
    }

    /** The page that the channel or entry stands for. */
    @Nullable
    String link() {
        Element plain = null;
        for (Element link : all("link")) {
            String href = Tree.attribute(link, "href");
            String rel = orEmpty(Tree.attribute(link, "rel")).toLowerCase(Locale.ROOT);
            String type = orEmpty(Tree.attribute(link, "type")).toLowerCase(Locale.ROOT);
            boolean page = rel.isEmpty() || rel.equals("alternate") || rel.endsWith("/alternate");
            if (href != null && page && (type.isEmpty() || type.contains("html"))) {
                return absolute(href, link);
            }
            String text = href == null && page ? Tree.text(link) : null;
            if (text != null && Tree.name(link).equals("link")) {
                return absolute(text, link);
            }
            plain = href != null && page && plain == null ? link : plain;
        }
        return plain == null ? null : absolute(Tree.attribute(plain, "href"), plain);
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
            Person person = name == null && mail == null && inside.text("uri", "url") != null
                    ? null
                    : name == null && mail == null ? person(Tree.text(element)) : new Person(name, mail);
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
            return text.isEmpty() ? null : new Person(text, null);
        }
        String name = (text.substring(0, mail.start()) + text.substring(mail.end())).replaceAll("(?i)mailto:", "")
                .replaceAll("^[\\s()<>\\[\\],;:\"]+|[\\s()<>\\[\\],;:\"]+$", "").replaceAll("\\(\\s*\\)|<\\s*>", "")
                .strip();
        return new Person(name.isEmpty() ? null : name, mail.group());
    }

    List<String> categories() {
        var words = new LinkedHashSet<String>();
        for (Element element : all("category", "dc:subject", "itunes:category", "media:category",
                "keywords", "itunes:keywords", "tags")) {
            String term = Tree.attribute(element, "term");
            term = term == null ? Tree.attribute(element, "text") : term;
            term = term == null ? Tree.text(element) : term;
            if (term != null && (Tree.name(element).endsWith("keywords") || Tree.name(element).equals("tags"))) {
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

    private static @Nullable String base64(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
