package caspianwatch.web.api;

import caspianwatch.contract.Subscription;
import java.io.IOException;

/** Where subscriptions are kept. */
public interface SubscriptionStore {
    /** Returns when the record is kept for good; {@link IOException} where it is not known to be. */
    void put(Subscription subscription) throws IOException, InterruptedException;

    /** Returns when the removal is kept for good. */
    void delete(String id) throws IOException, InterruptedException;
}
