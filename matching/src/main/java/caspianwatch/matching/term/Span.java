package caspianwatch.matching.term;

import java.util.List;

/** Tokens of one field, first and last inclusive. */
public record Span(int first, int last) {

    /** Whether they share a token. */
    public boolean overlaps(Span other) {
        return first <= other.last && other.first <= last;
    }

    /** How many tokens the nearer ends lie apart: 1 for neighbours, 0 where they overlap. */
    public int distance(Span other) {
        return overlaps(other) ? 0 : first > other.last ? first - other.last : other.first - last;
    }

    /**
     * The part of the spans that can be within so many tokens of this one.
     *
     * @param spans ordered by their first token; none longer than {@link Term#MAX_WORDS}
     */
    public List<Span> around(List<Span> spans, int within) {
        return spans.subList(from(spans, first - within - Term.MAX_WORDS), from(spans, last + within + 1));
    }

    /** Whether one of the spans, ordered by their first token, is within so many tokens. */
    public boolean isNear(List<Span> spans, int within) {
        for (var other : around(spans, within)) {
            if (distance(other) <= within) {
                return true;
            }
        }
        return false;
    }

    /** The index of the first span that begins at a token or later. */
    private static int from(List<Span> spans, int token) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).first < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
