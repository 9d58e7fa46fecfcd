package caspianwatch.matching.term;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Terms that stand for one another: a word list of the taxonomy. Compared by identity, so that its places are found once. */
public final class TermSet {
    private final Set<Term> terms;

    /** A set of these. */
    public TermSet(Collection<Term> terms) {
        this.terms = Set.copyOf(terms);
    }

    /** Its terms, in no order. */
    public Stream<Term> terms() {
        return terms.stream();
    }

    /** Whether it has none. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Each place once, in text order. */
    List<Span> search(Found found) {
        var spans = new ArrayList<Span>();
        if (terms.size() < found.terms().size()) {
            terms.forEach(term -> spans.addAll(found.of(term)));
        } else {
            for (var term : found.terms()) {
                if (terms.contains(term)) {
                    spans.addAll(found.of(term));
                }
            }
        }
        return spans.size() < 2
                ? spans
                : spans.stream().distinct()
                        .sorted(Comparator.comparingInt(Span::first).thenComparingInt(Span::last)).toList();
    }
}
