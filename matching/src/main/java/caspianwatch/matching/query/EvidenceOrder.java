package caspianwatch.matching.query;

import caspianwatch.contract.Evidence;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Evidence in the order of the text: the title first. */
public final class EvidenceOrder {
    private static final Comparator<Evidence> ORDER = Comparator.comparing(Evidence::field)
            .thenComparingInt(Evidence::start).thenComparingInt(Evidence::end).thenComparing(Evidence::tag)
            .thenComparing(Evidence::rule);

    private EvidenceOrder() {}

    /** Sorted, each once. */
    public static List<Evidence> inTextOrder(Collection<Evidence> evidence) {
        return evidence.stream().distinct().sorted(ORDER).toList();
    }
}
