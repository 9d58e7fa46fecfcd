package caspianwatch.web.desk;

import caspianwatch.contract.TaggedArticle;

/** What the live line carries. */
sealed interface LiveEvent {
    /** Something about one article; the number orders it, and a reader who saw it can go on from there. */
    sealed interface Numbered extends LiveEvent {
        long number();

        TaggedArticle article();
    }

    /** An article that was not there before. */
    record Arrived(long number, TaggedArticle article) implements Numbered {}

    /** An article whose row reads differently now. */
    record Changed(long number, TaggedArticle article) implements Numbered {}

    /** The strip, ready as HTML; the sign of life. */
    record Pulse(String html, int alerts) implements LiveEvent {}

    /** More has happened than can be told: the page must be loaded again. */
    record Reload() implements LiveEvent {}
}
