package caspianwatch.matching.gazetteer;

/**
 * A sentence that must, or must not, name an entry.
 *
 * @param where file, line and entry, for messages
 */
public record GazetteerExample(String where, String entry, boolean positive, String sentence) {}
