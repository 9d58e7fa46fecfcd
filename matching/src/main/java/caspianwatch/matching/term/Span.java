package caspianwatch.matching.term;

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
}
