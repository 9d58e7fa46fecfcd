package caspianwatch.web.desk;

import caspianwatch.contract.Evidence;
import caspianwatch.contract.TaggedArticle;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/** The sentence of an article in which the most evidence stands; the headline where the text has none. */
final class Quotation {
    private static final int LONGEST = 420;

    private Quotation() {}

    static List<Segment> of(TaggedArticle tagged, List<Evidence> evidence) {
        var article = tagged.article();
        var inText = evidence.stream().filter(each -> each.field() == Evidence.Field.TEXT).toList();
        if (inText.isEmpty() || article.text().isBlank()) {
            return Marks.of(article, Evidence.Field.TITLE, evidence);
        }
        String text = article.text();
        var sentences = BreakIterator.getSentenceInstance(Locale.of(tagged.language()));
        sentences.setText(text);
        int from = 0;
        int to = 0;
        long most = 0;
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
            int left = start;
            int right = end;
            long words = inText.stream().filter(each -> each.start() >= left && each.start() < right).count();
            if (words > most) {
                most = words;
                from = start;
                to = end;
            }
        }
        int first = from;
        int last = to;
        if (to - from > LONGEST) {
            int word = inText.stream().mapToInt(Evidence::start).filter(each -> each >= first && each < last).min()
                    .orElse(from);
            from = edge(text, Math.max(from, word - LONGEST / 2), from);
            to = edge(text, Math.min(to, from + LONGEST), to);
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return Marks.cut(text, inText, from, to);
    }

    /** The nearest space at or before a place, so that no word is cut. */
    private static int edge(String text, int at, int bound) {
        if (at == bound) {
            return at;
        }
        int space = text.lastIndexOf(' ', at);
        return space < 0 ? at : space + 1;
    }
}
