package caspianwatch.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The words that made a rule fire.
 *
 * @param tag the tag they speak for; for a subscription's own words, the empty string
 * @param start first UTF-16 code unit in the field, inclusive
 * @param end last UTF-16 code unit, exclusive; slicing the field from start to end gives {@code text}
 * @param text the words as written
 * @param rule the rule's own words: the term, phrase or combination
 * @param weight the points that counted
 */
public record Evidence(String tag, Field field, int start, int end, String text, String rule, double weight) {

    /** The part of an article in which the words stand. */
    public enum Field {
        @JsonProperty("title")
        TITLE, @JsonProperty("text")
        TEXT;

        /** The text of this field. */
        public String of(Article article) {
            return switch (this) {
                case TITLE -> article.title();
                case TEXT -> article.text();
            };
        }
    }
}
