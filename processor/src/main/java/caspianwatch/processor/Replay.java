package caspianwatch.processor;

import caspianwatch.contract.TaggedArticle.Origin;
import org.apache.kafka.common.header.Headers;

/** Tells an article that is read again from the past from one that came just now, by a header of its record. */
final class Replay {
    /** Present on a record that is sent again so that its tags are found anew. */
    static final String HEADER = "replay";

    private Replay() {}

    static Origin originOf(Headers headers) {
        return headers.lastHeader(HEADER) == null ? Origin.LIVE : Origin.REPLAY;
    }
}
