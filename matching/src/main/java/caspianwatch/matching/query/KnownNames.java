package caspianwatch.matching.query;

import caspianwatch.matching.term.Term;
import java.util.Set;
import java.util.function.Function;

/**
 * The names that queries may use.
 *
 * @param tags the ids of all tags: a bare word that is one of them means the tag
 * @param places gives the ids of the gazetteer's places that go by some words
 * @param entities gives the ids of everything in the gazetteer that has this id or goes by this whole name, which is folded
 */
public record KnownNames(Set<String> tags, Function<Term, Set<String>> places,
        Function<String, Set<String>> entities) {

    /** Tags only: a place goes by its words alone, and nothing else has a name. */
    public static KnownNames ofTags(Set<String> tags) {
        return new KnownNames(tags, term -> Set.of(), name -> Set.of());
    }
}
