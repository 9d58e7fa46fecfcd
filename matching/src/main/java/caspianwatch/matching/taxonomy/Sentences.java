package caspianwatch.matching.taxonomy;

import caspianwatch.matching.text.Tokens;

/** Where the sentences and paragraphs of a text end, by token. */
final class Sentences {
    private static final String MARKS = ".!?…؟。！？։";

    private final int[] ends;
    private final int[] paragraphEnds;

    private Sentences(int size) {
        ends = new int[size];
        paragraphEnds = new int[size];
    }

    static Sentences of(Tokens tokens) {
        var sentences = new Sentences(tokens.size());
        int end = tokens.size() - 1;
        int paragraphEnd = end;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (i + 1 < tokens.size()) {
                String text = tokens.text();
                boolean paragraph = text.substring(tokens.end(i), tokens.start(i + 1)).indexOf('\n') >= 0;
                if (paragraph) {
                    paragraphEnd = i;
                }
                if (paragraph || endsSentence(tokens, i)) {
                    end = i;
                }
            }
            sentences.ends[i] = end;
            sentences.paragraphEnds[i] = paragraphEnd;
        }
        return sentences;
    }

    /** The last token of a token's sentence. */
    int end(int token) {
        return ends[token];
    }

    /** The last token of a token's paragraph. */
    int paragraphEnd(int token) {
        return paragraphEnds[token];
    }

    /** The first token of a token's sentence. */
    int start(int token) {
        int start = token;
        while (start > 0 && ends[start - 1] == ends[token]) {
            start--;
        }
        return start;
    }

    /** A mark, then a space; not after an initial or an abbreviation (в 2018 г. корабль, U.S. Navy), nor before a small letter. */
    private static boolean endsSentence(Tokens tokens, int at) {
        String text = tokens.text();
        boolean marked = false;
        for (int i = tokens.end(at); i < tokens.start(at + 1); i++) {
            char c = text.charAt(i);
            marked |= MARKS.indexOf(c) >= 0;
            if (marked && Character.isWhitespace(c)) {
                String word = tokens.word(at);
                boolean abbreviation = word.length() <= 2 && Character.isLetter(word.charAt(0))
                        && text.charAt(tokens.end(at)) == '.';
                return !abbreviation && !Character.isLowerCase(text.codePointAt(tokens.start(at + 1)));
            }
        }
        return false;
    }
}
