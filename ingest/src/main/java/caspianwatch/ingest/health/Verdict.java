package caspianwatch.ingest.health;

import caspianwatch.contract.FeedStatus.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a feed and why.
 *
 * @param reason a sentence with the number that decided
 * @param evidence what else was seen that bears on it
 * @param advice what somebody may do; null where nothing is to be done
 */
public record Verdict(State state, String reason, List<String> evidence, @Nullable String advice) {}
