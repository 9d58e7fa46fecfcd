package caspianwatch.matching.why;

import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An explanation for people: some lines that fit on a screen. */
public final class InWords {
    private static final int MOST = 8;

    private final List<String> lines = new ArrayList<>();

    private InWords() {}

    /** The verdict first, then what counted, what was stopped and what is missing. */
    public static List<String> of(Explanation explanation) {
        var words = new InWords();
        switch (explanation) {
            case Explanation.OfTag tag -> words.tag(tag);
            case Explanation.OfQuery query -> words.query(query);
        }
        return List.copyOf(words.lines);
    }

    private void tag(Explanation.OfTag why) {
        double lacking = why.threshold() - why.points();
        lines.add("tag:" + why.tag() + (why.given() ? " is given: " : " is not given: ") + number(why.points()) + " of "
                + number(why.threshold()) + " points needed for " + basis(why.basis())
                + (lacking > 1e-9 ? ", " + number(lacking) + " are missing" : ""));
        if (!why.needs().isEmpty()) {
            lines.add("  one is required and none is there: " + String.join(", ", why.needs()));
        }
        if (!why.vetoes().isEmpty()) {
            lines.add("  ruled out by tag:" + why.vetoes());
        }
        evidence("counted", why.counted(), true);
        list("stopped", why.stopped().stream()
                .map(each -> place(each.words()) + quoted(each.words().text()) + ": " + each.by()).toList());
        list("nearly", why.nearly().stream()
                .map(each -> each.rule() + " would bring " + number(each.points()) + ": " + each.lacking()).toList());
    }

    private void query(Explanation.OfQuery why) {
        boolean derived = !why.of().equals(why.query());
        lines.add(why.of() + (derived
                ? why.matches() ? " is given, for it means " + why.query() : " is not given. It means " + why.query()
                : why.matches() ? " matches" : " does not match"));
        if (why.isNearMiss()) {
            lines.add("  a near miss: one clause is missing");
        }
        list("missing", why.missing().stream().map(InWords::missing).toList());
        evidence("there", why.held(), false);
    }

    private static String missing(Missing missing) {
        String words = missing.evidence().isEmpty()
                ? ""
                : ": " + String.join(", ", missing.evidence().stream().limit(3)
                        .map(each -> place(each) + quoted(each.text())).toList());
        String detail = missing.detail().isEmpty() ? "" : " (" + missing.detail() + ")";
        return switch (missing.kind()) {
            case ABSENT -> missing.clause() + detail;
            case TOO_FAR -> missing.clause() + detail + words;
            case FORBIDDEN -> "NOT " + missing.clause() + words;
        };
    }

    private void evidence(String heading, List<Evidence> evidence, boolean points) {
        list(heading, evidence.stream().map(each -> (points ? number(each.weight()) + "  " : "") + place(each)
                + quoted(each.text()) + (each.rule().equals(each.text()) ? "" : " by " + each.rule())).toList());
    }

    private void list(String heading, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        lines.add("  " + heading);
        items.stream().limit(MOST).forEach(item -> lines.add("    " + item));
        if (items.size() > MOST) {
            lines.add("    and " + (items.size() - MOST) + " more");
        }
    }

    private static String place(Evidence evidence) {
        return switch (evidence.field()) {
            case TITLE -> "title ";
            case TEXT -> "text ";
        } + evidence.start() + " ";
    }

    private static String quoted(String text) {
        return "\"" + text.replaceAll("\\s+", " ") + "\"";
    }

    private static String basis(TextBasis basis) {
        return switch (basis) {
            case TITLE -> "a title alone";
            case SUMMARY -> "a summary";
            case FULL -> "a full text";
        };
    }

    /** Two digits at most, none that say nothing. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
