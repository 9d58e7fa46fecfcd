package caspianwatch.matching.query;

import caspianwatch.matching.language.Languages;
import caspianwatch.matching.term.Term;
import caspianwatch.matching.term.Word;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How much of the stream a query meets. An article that matches must have the query's rarest required clause, or one of
 * the alternatives that stand for it, so their share bounds the share of articles that match, and says how often per
 * article the query is looked at in full. The figures are orders of magnitude for a regional newsroom's feeds, the same
 * for everybody: they keep apart a query and a flood, and do not foretell a day's alerts.
 *
 * @param share of all articles, from 0 to 1
 * @param clause the rarest required clause in canonical text
 */
public record Cost(double share, String clause) {
    private static final double TAG = 0.1;
    private static final double ENTITY = 0.02;
    private static final double LANGUAGE = 0.2;
    private static final double COUNTRY = 0.15;
    private static final double SOURCE = 0.02;
    private static final double SMALL_WORD = 0.4;
    private static final double TITLE = 0.3;
    private static final double STEM = 2;
    private static final double NEXT_WORD = 0.3;
    /** By the letters of a word, from 0. */
    private static final double[] LETTERS = {0.4, 0.3, 0.2, 0.1, 0.05, 0.03, 0.02, 0.015, 0.01};
    /** Of severity 1 to 5. */
    private static final double[] SEVERITIES = {0.5, 0.3, 0.15, 0.04, 0.01};

    /** An estimate. */
    public static Cost of(Node node, Set<String> tags) {
        return switch (node) {
            case Node.Words(var where, var term) ->
                new Cost(words(term) * (where == Node.Where.TITLE ? TITLE : 1), Printer.print(node, tags));
            case Node.PlaceIs(var term, _) -> new Cost(words(term), Printer.print(node, tags));
            case Node.EntityIs _ -> new Cost(ENTITY, Printer.print(node, tags));
            case Node.TagIs _ -> new Cost(TAG, Printer.print(node, tags));
            case Node.AttributeIs(var attribute, _) -> new Cost(switch (attribute) {
                case LANGUAGE -> LANGUAGE;
                case COUNTRY -> COUNTRY;
                case SOURCE -> SOURCE;
            }, Printer.print(node, tags));
            case Node.SeverityIs(var comparison, var digit) ->
                new Cost(severities(comparison, digit), Printer.print(node, tags));
            case Node.Near(var left, var right, _) -> rarest(List.of(left, right), tags);
            case Node.And(var parts) -> rarest(parts, tags);
            case Node.Or(var parts) -> new Cost(
                    Math.min(1, parts.stream().mapToDouble(part -> of(part, tags).share).sum()),
                    Printer.print(node, tags));
            case Node.Not(var part) -> new Cost(1 - of(part, tags).share, Printer.print(node, tags));
        };
    }

    private static Cost rarest(List<Node> parts, Set<String> tags) {
        return parts.stream().map(part -> of(part, tags)).min(Comparator.comparingDouble(Cost::share)).orElseThrow();
    }

    /** The rarest word, and each other makes it rarer. */
    private static double words(Term term) {
        double rarest = term.words().stream().mapToDouble(Cost::word).min().orElseThrow();
        return rarest * Math.pow(NEXT_WORD, term.words().size() - 1.0);
    }

    private static double word(Word word) {
        if (Languages.isSmallWord(word.text())) {
            return SMALL_WORD;
        }
        double share = LETTERS[Math.min(word.text().length(), LETTERS.length - 1)];
        return word.endings() == null ? share : Math.min(1, share * STEM);
    }

    private static double severities(Node.Comparison comparison, int digit) {
        double share = 0;
        for (int each = 1; each <= SEVERITIES.length; each++) {
            share += comparison.holds(each, digit) ? SEVERITIES[each - 1] : 0;
        }
        return Math.min(1, share);
    }
}
