package caspianwatch.app.newswire;

import caspianwatch.app.newswire.Edition.Entry;
import caspianwatch.app.newswire.Script.Outlet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a browser sees of the demo newswire. */
final class Pages {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("fa", "ar");

    private Pages() {}

    /** The page of a report. */
    static String article(Entry entry, Outlet outlet) {
        return page(outlet.language(), entry.report().title(),
                "<article><h1>" + Words.escaped(entry.report().title()) + "</h1><p><small>"
                        + Words.escaped(outlet.title()) + " · <time>" + entry.published() + "</time></small></p>"
                        + Words.html(entry.report()) + "</article>");
    }

    /** The list of feeds. */
    static String front(Edition edition) {
        return page("en", "Demo newswire",
                "<h1>Demo newswire</h1><p>Every outlet and every report here is invented.</p><ul>" + edition.script()
                        .feeds().stream().map(outlet -> "<li><a href=\"/feeds/" + outlet.id() + ".xml\"><bdi>"
                                + Words.escaped(outlet.title()) + "</bdi></a></li>")
                        .collect(Collectors.joining()) + "</ul>");
    }

    private static String page(String language, String title, String body) {
        String direction = RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
        return "<!doctype html><html lang=\"" + language + "\" dir=\"" + direction + "\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + Words.escaped(title)
                + "</title><body style=\"max-width:40rem;margin:2rem auto;padding:0 1rem;font-family:sans-serif;line-height:1.5\">"
                + body + "</body></html>";
    }
}
