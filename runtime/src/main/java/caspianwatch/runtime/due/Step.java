package caspianwatch.runtime.due;

import java.time.Instant;
import java.util.List;

/** What to remember and to send after an input or an outcome. A new state makes a result still in flight stale. */
public sealed interface Step<S> {
    /** Records to send in the same transaction. */
    List<Output<?>> outputs();

    /** Remember the state and perform it at the due time; one that lies in the past is performed at once. */
    record Perform<S>(S state, Instant due, List<Output<?>> outputs) implements Step<S> {}

    /** Remember the state and do nothing until the next input. */
    record Rest<S>(S state, List<Output<?>> outputs) implements Step<S> {}

    /** Change nothing: after an input, what is in flight goes on; after an outcome, the work rests with the state it had. */
    record Keep<S>(List<Output<?>> outputs) implements Step<S> {}

    /** Forget the work; a result still in flight is dropped. */
    record Forget<S>(List<Output<?>> outputs) implements Step<S> {}
}
