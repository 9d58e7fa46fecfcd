package caspianwatch.matching.index;

/** Something besides its words that an article either has or has not; the value is as queries write it. */
record Fact(Kind kind, String value) {
    /** What kind, and how often an article is expected to have one that a query asks for. */
    enum Kind {
        ALWAYS(1), TAG(0.05), LANGUAGE(0.3), COUNTRY(0.1), SEVERITY(0.3), ENTITY(0.02), SOURCE(0.02), SOURCE_WORDS(
                0.02);

        final float expected;

        Kind(double expected) {
            this.expected = (float) expected;
        }
    }

    static final Fact ALWAYS = new Fact(Kind.ALWAYS, "");
}
