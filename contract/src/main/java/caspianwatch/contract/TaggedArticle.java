package caspianwatch.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article with what we make of it.
 *
 * @param language ISO 639 code found from the article's own letters and words; {@code und} where unsure
 * @param entities what it names, each once, in the order of their first mention; empty in records written before there were any
 * @param storyId the story it belongs to; null until stories are formed
 * @param severityReasons in words, in the order in which they counted
 * @param origin a replay may change tags and never notifies
 */
public record TaggedArticle(Article article, String language, List<Tag> tags, List<Entity> entities,
        @Nullable String storyId, Severity severity, List<String> severityReasons, String taxonomyVersion,
        Origin origin, Instant tagged) {

    public TaggedArticle {
        // Records of the first version have none.
        entities = entities == null ? List.of() : List.copyOf(entities);
    }

    /** Whether the article came just now or from the past. */
    public enum Origin {
        LIVE, REPLAY
    }

    /** Whether the article has this tag. */
    public boolean has(String tag) {
        return tags.stream().anyMatch(each -> each.id().equals(tag));
    }
}
