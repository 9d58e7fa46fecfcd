package caspianwatch.matching.term;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the terms of a lexicon stand in one field. For one thread. */
public final class Found {
    private final Map<Term, List<Span>> spans;
    private final Map<TermSet, List<Span>> ofSets = new HashMap<>();

    Found(Map<Term, List<Span>> spans) {
        this.spans = spans;
    }

    /** The places of a term, in text order. */
    public List<Span> of(Term term) {
        return spans.getOrDefault(term, List.of());
    }

    /** The places of any term of a set, each once, in text order. */
    public List<Span> of(TermSet set) {
        var known = ofSets.get(set);
        if (known != null) {
            return known;
        }
        var places = set.search(this);
        ofSets.put(set, places);
        return places;
    }

    /** Every term that stands somewhere. */
    public Set<Term> terms() {
        return spans.keySet();
    }
}
