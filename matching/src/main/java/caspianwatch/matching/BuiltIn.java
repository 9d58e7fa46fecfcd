package caspianwatch.matching;

import caspianwatch.contract.Channel;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Subscription;
import java.time.Instant;
import java.util.List;

/** What the product brings along. */
public final class BuiltIn {
    /** The subscription of a duty officer: news of the armed forces of the littoral states, and of attacks in the Caspian. */
    public static final Subscription REGIONAL_NEWS = new Subscription("regional-defence-and-naval-news", "built-in",
            "Regional defence and naval news", "tag:regional-defence", Severity.BACKGROUND, List.of(new Channel.Log()),
            true, Instant.EPOCH);

    private BuiltIn() {}
}
