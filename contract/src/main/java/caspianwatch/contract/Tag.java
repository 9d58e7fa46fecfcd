package caspianwatch.contract;

import java.util.List;

/**
 * What an article is about.
 *
 * @param id stable id of the taxonomy, such as {@code naval-exercise}
 * @param score points reached; never below the rule's threshold
 * @param evidence the words that counted, in text order; never empty
 */
public record Tag(String id, double score, List<Evidence> evidence) {
    public Tag {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("tag " + id + " without evidence");
        }
        evidence = List.copyOf(evidence);
    }
}
