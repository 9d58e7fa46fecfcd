package caspianwatch.matching.taxonomy;

import caspianwatch.contract.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one rule judged one article, for whoever asks why a tag was given or not.
 *
 * @param points what was reached
 * @param threshold what is needed for how much of the story there is; 0 for a tag that is a query over others
 * @param counted the words that counted, in text order
 * @param voided words that would have counted, and the guard that stopped each
 * @param missing what the whole rule asks for and does not find: sets and {@code tag:id}, one of which would do; empty where
 *     nothing is missing
 * @param vetoedBy the tag whose presence rules this one out; null where none does
 */
public record Judgement(String tag, boolean given, double points, double threshold, List<Evidence> counted,
        List<Voided> voided, List<String> missing, @Nullable String vetoedBy) {
    public Judgement {
        counted = List.copyOf(counted);
        voided = List.copyOf(voided);
        missing = List.copyOf(missing);
    }

    /**
     * Words that a guard stopped.
     *
     * @param by such as {@code near "football" (within 4)}, in words
     */
    public record Voided(Evidence words, String by) {}
}
