package caspianwatch.bench.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * Feed documents of 50 entries as news sites send them: seven in ten RSS 2.0 and the others Atom, four scripts, HTML in CDATA or
 * escaped, an image and links in every summary, the full text in every fourth entry. About 95 KB each. Entries are numbered
 * from 0; the document of a feed holds the newest 50.
 */
final class Documents {
    /** Entries in each document. */
    static final int ENTRIES = 50;

    private static final int BODIES = 240;
    private static final int SUMMARY = 320;
    private static final int FULL = 2_400;
    private static final int SECONDS_BETWEEN = 10;

    private final Body[][] bodies = new Body[Prose.SCRIPTS][BODIES];
    private final Instant start;

    /** An entry's words: title, and HTML as it stands in CDATA; the full text is empty in three of four. */
    private record Body(String title, String summary, String full) {}

    /** @param start the date of entry 0; each is 10 seconds younger than the one before */
    Documents(long seed, Instant start) {
        this.start = start;
        for (int script = 0; script < Prose.SCRIPTS; script++) {
            var prose = new Prose(script, new Random(seed + script));
            for (int i = 0; i < BODIES; i++) {
                bodies[script][i] = body(prose, i);
            }
        }
    }

    private static Body body(Prose prose, int number) {
        String summary = "<p><img src=\"/media/%d.jpg\" alt=\"%s\"/> %s &amp; <a href=\"/tag/%d\">%s</a></p>"
                .formatted(number, prose.of(20), prose.of(SUMMARY), number, prose.of(15));
        var full = new StringBuilder();
        while (number % 4 == 0 && full.length() < FULL) {
            full.append("<p>").append(prose.of(400)).append(" <strong>").append(prose.of(20))
                    .append("</strong></p>\n");
        }
        return new Body(prose.of(70), summary, full.toString());
    }

    /** The document of a feed whose youngest entry has this number. */
    byte[] of(int feed, String host, int youngest) {
        var text = new StringBuilder(80_000);
        boolean atom = feed % 10 >= 7;
        String site = "http://" + host;
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").append(atom
                ? "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Feed %d</title><id>%s/</id><link href=\"%s/\"/><updated>%s</updated>\n"
                        .formatted(feed, site, site, date(youngest))
                : ("<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Feed %d</title><link>%s/</link>"
                        + "<description>Invented news</description>\n").formatted(feed, site));
        for (int i = 0; i < ENTRIES; i++) {
            entry(text, feed, site, youngest - i, atom);
        }
        text.append(atom ? "</feed>\n" : "</channel></rss>\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void entry(StringBuilder text, int feed, String site, int number, boolean atom) {
        var body = bodies[feed % Prose.SCRIPTS][Math.floorMod(feed * 31 + number, BODIES)];
        boolean cdata = feed % 2 == 0;
        String link = site + "/news/" + number;
        if (atom) {
            text.append("<entry><title>").append(body.title()).append("</title><link href=\"").append(link)
                    .append("?utm_source=feed\"/><id>").append(link).append("</id><published>").append(date(number))
                    .append("</published><updated>").append(date(number)).append("</updated><summary type=\"html\">");
            html(text, body.summary(), cdata);
            text.append("</summary>");
            if (!body.full().isEmpty()) {
                text.append("<content type=\"html\">");
                html(text, body.full(), cdata);
                text.append("</content>");
            }
            text.append("</entry>\n");
        } else {
            text.append("<item><title>").append(body.title()).append("</title><link>").append(link)
                    .append("?utm_source=feed</link><guid>").append(link).append("</guid><pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(at(number).atOffset(ZoneOffset.UTC)))
                    .append("</pubDate><dc:creator>").append("Desk ").append(number % 7).append("</dc:creator>")
                    .append("<description>");
            html(text, body.summary(), cdata);
            text.append("</description>");
            if (!body.full().isEmpty()) {
                text.append("<content:encoded>");
                html(text, body.full(), cdata);
                text.append("</content:encoded>");
            }
            text.append("</item>\n");
        }
    }

    private static void html(StringBuilder text, String html, boolean cdata) {
        if (cdata) {
            text.append("<![CDATA[").append(html).append("]]>");
        } else {
            text.append(html.replace("&", "&amp;").replace("<", "&lt;"));
        }
    }

    private String date(int number) {
        return at(number).toString();
    }

    private Instant at(int number) {
        return start.plusSeconds((long) number * SECONDS_BETWEEN);
    }
}
