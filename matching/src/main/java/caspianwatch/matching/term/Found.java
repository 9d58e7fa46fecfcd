package caspianwatch.matching.term;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the terms of a lexicon stand in one field. */
public record Found(Map<Term, List<Span>> spans) {

    /** The places of a term, in text order. */
    public List<Span> of(Term term) {
        return spans.getOrDefault(term, List.of());
    }

    /** Every term that stands somewhere. */
    public Set<Term> terms() {
        return spans.keySet();
    }
}
