package caspianwatch.matching.text;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The words of a text that is being cut. Letters stand as far from the beginning as in the source, as long as the source has a
 * character for each: then the places of words in the source are those of their letters, and are kept once. For one thread.
 */
final class Words {
    char[] letters = new char[1024];
    /** Where the next letter goes. */
    int length;
    /** Two for each word, in the source. */
    int[] places = new int[512];
    int size;
    /** Two for each word, in the letters; not kept before they differ from places. */
    private int[] spans = {};
    private boolean apart;
    /** A bit for each word that has an apostrophe; of no meaning before there is one. */
    private long[] apostrophes = {};
    private boolean apostrophe;

    void clear() {
        length = 0;
        size = 0;
        apart = false;
        apostrophe = false;
    }

    Tokens tokens(String text) {
        int[] edges = Arrays.copyOf(places, 2 * size);
        char[] all = Arrays.copyOf(letters, length + Tokens.BEYOND);
        int[] ends = apart ? Arrays.copyOf(spans, 2 * size) : edges;
        return new Tokens(text, all, edges, ends, hashes(all, ends),
                apostrophe ? Arrays.copyOf(apostrophes, (size >>> 6) + 1) : null);
    }

    private static long[] hashes(char[] letters, int[] ends) {
        var segment = MemorySegment.ofArray(letters);
        long[] hashes = new long[ends.length / 2];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = Hash.of(segment, ends[2 * i], ends[2 * i + 1]);
        }
        return hashes;
    }

    /** Makes room for letters up to a place, and for so many more words. */
    void makeRoom(int upTo, int words) {
        if (upTo > letters.length) {
            letters = Arrays.copyOf(letters, 2 * upTo);
        }
        if (2 * (size + words) > places.length) {
            places = Arrays.copyOf(places, 4 * (size + words));
        }
    }

    void add(char letter) {
        makeRoom(length + 1, 0);
        letters[length++] = letter;
    }

    /** Ends a word whose letters are the last ones. */
    void end(int from, int start, int end, boolean joined) {
        makeRoom(0, 1);
        places[2 * size] = start;
        places[2 * size + 1] = end;
        if (apart || from != start || length != end) {
            span(size, from, length);
        }
        if (joined || apostrophe) {
            mark(joined);
        }
        size++;
    }

    /** Ends the words up to a number, whose places are there; their letters stand so much farther. */
    void end(int upTo, int shift, boolean mixed) {
        for (int i = size; mixed && i < upTo; i++) {
            MixedScripts.mend(letters, places[2 * i] + shift, places[2 * i + 1] + shift);
        }
        for (int i = size; (apart || shift > 0) && i < upTo; i++) {
            span(i, places[2 * i] + shift, places[2 * i + 1] + shift);
        }
        while (apostrophe && size < upTo) {
            mark(false);
            size++;
        }
        size = upTo;
    }

    private void span(int word, int from, int to) {
        if (spans.length < places.length) {
            spans = Arrays.copyOf(spans, places.length);
        }
        if (!apart) {
            System.arraycopy(places, 0, spans, 0, 2 * word);
            apart = true;
        }
        spans[2 * word] = from;
        spans[2 * word + 1] = to;
    }

    private void mark(boolean joined) {
        if (!apostrophe) {
            apostrophe = true;
            Arrays.fill(apostrophes, 0);
        }
        if (size >>> 6 >= apostrophes.length) {
            apostrophes = Arrays.copyOf(apostrophes, 2 * (size >>> 6) + 2);
        }
        apostrophes[size >>> 6] |= (joined ? 1L : 0) << size;
    }
}
