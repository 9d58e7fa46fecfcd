package caspianwatch.web.desk;

import caspianwatch.contract.Article;
import caspianwatch.contract.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Cuts a text into marked and plain pieces, so that a template can escape each and never has to trust markup. Offsets
 * are those of the stored text; what must not be shown is taken away only after the cut.
 */
final class Marks {
    private record Span(int start, int end, LinkedHashSet<String> why) {}

    private Marks() {}

    /** The field of an article, with the evidence that lies in it. */
    static List<Segment> of(Article article, Evidence.Field field, List<Evidence> evidence) {
        return cut(field.of(article), evidence.stream().filter(each -> each.field() == field).toList());
    }

    /** The text as pieces in order; overlapping and touching marks are one. */
    static List<Segment> cut(String text, List<Evidence> evidence) {
        var pieces = new ArrayList<Segment>();
        int at = 0;
        for (Span span : merged(text, evidence)) {
            add(pieces, text.substring(at, span.start()), "");
            add(pieces, text.substring(span.start(), span.end()), String.join("; ", span.why()));
            at = span.end();
        }
        add(pieces, text.substring(at), "");
        return List.copyOf(pieces);
    }

    /** The same pieces between two offsets of the whole text, for quotations and paragraphs. */
    static List<Segment> cut(String text, List<Evidence> evidence, int from, int to) {
        var inside = evidence.stream().filter(each -> each.start() < to && each.end() > from)
                .map(each -> new Evidence(each.tag(), each.field(), Math.max(each.start(), from) - from,
                        Math.min(each.end(), to) - from, each.text(), each.rule(), each.weight()))
                .toList();
        return cut(text.substring(from, to), inside);
    }

    /** Words without the controls that could turn the text around them (U+202A to U+202E, U+2066 to U+2069). */
    static String contained(String text) {
        if (text.chars().noneMatch(Marks::turns)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.chars().filter(each -> !turns(each)).forEach(each -> kept.append((char) each));
        return kept.toString();
    }

    private static List<Span> merged(String text, List<Evidence> evidence) {
        var spans = new ArrayList<Span>();
        evidence.stream().sorted(Comparator.comparingInt(Evidence::start)).forEach(each -> {
            int start = whole(text, Math.clamp(each.start(), 0, text.length()), -1);
            int end = whole(text, Math.clamp(each.end(), 0, text.length()), 1);
            if (start >= end) {
                return;
            }
            Span last = spans.isEmpty() ? null : spans.getLast();
            if (last != null && start <= last.end()) {
                last.why().add(label(each));
                spans.set(spans.size() - 1, new Span(last.start(), Math.max(last.end(), end), last.why()));
            } else {
                spans.add(new Span(start, end, new LinkedHashSet<>(List.of(label(each)))));
            }
        });
        return spans;
    }

    /** Moves a border off the middle of a character: of a surrogate pair, of a letter and its combining marks. */
    private static int whole(String text, int border, int step) {
        int at = border;
        while (at > 0 && at < text.length() && (Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))
                || Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK)) {
            at += step;
        }
        return at;
    }

    private static String label(Evidence evidence) {
        String rule = contained(evidence.rule());
        return evidence.tag().isEmpty() ? rule.isEmpty() ? "query" : rule : evidence.tag() + ": " + rule;
    }

    private static void add(List<Segment> pieces, String text, String why) {
        String shown = contained(text);
        if (!shown.isEmpty()) {
            pieces.add(new Segment(shown, why));
        }
    }

    private static boolean turns(int unit) {
        return (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069);
    }
}
