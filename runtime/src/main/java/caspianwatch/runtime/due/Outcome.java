package caspianwatch.runtime.due;

/** What came back from an effect. */
public sealed interface Outcome<R> {
    /** It returned. */
    record Returned<R>(R value) implements Outcome<R> {}

    /** It threw: a bug, or something it did not foresee. */
    record Threw<R>(Throwable error) implements Outcome<R> {}
}
