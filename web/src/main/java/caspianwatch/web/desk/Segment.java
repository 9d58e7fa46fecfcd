package caspianwatch.web.desk;

/**
 * A piece of a text between two borders of marks.
 *
 * @param why tags and terms that the words speak for, empty where the piece is not evidence
 */
record Segment(String text, String why) {
    boolean mark() {
        return !why.isEmpty();
    }
}
