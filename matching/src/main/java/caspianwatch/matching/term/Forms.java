package caspianwatch.matching.term;

import caspianwatch.matching.text.Hash;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Written forms and what each may be: an open-addressing table over one array of records.
 *
 * <p>A record is: number of letters; ints of uses; room for uses; the letters, two an int; the uses. A use is a word's number
 * and its kind: {@link #EXACT}, or a stem with its endings, or, negative, the number of characters
 * that must be written so, which follow.
 *
 * <p>One thread writes, any number read. What a reader must see was written before something that it has read with
 * acquire semantics; what is newer it sees whole or not at all.
 */
final class Forms {
    static final int EXACT = 0;
    static final int PATH = 1;
    static final int STEM = 2;

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle INT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int HEAD = 3;
    /** A record's place in the lower half, its hash in the upper; 0 where there is nothing. */
    private final long[] slots;
    private final int[] records;
    /** Those of the records that are one short word. */
    final Singles singles;
    /** A bit for each form by its hash, so that most tokens and nearly all beginnings of tokens cost one look. */
    private final long[] wholes;
    private final int wholesShift;
    /** Two bits for each beginning of a stem by its hash: {@link #PATH}, and {@link #STEM} where the stem ends. */
    private final long[] stems;
    private final int stemsShift;
    private int used = 2;
    private int taken;

    Forms(int slotBits, int room) {
        slots = new long[1 << slotBits];
        records = new int[room];
        singles = new Singles(slotBits);
        int filterBits = Math.max(6, slotBits + 3);
        wholes = new long[1 << (filterBits - 6)];
        wholesShift = Long.SIZE - filterBits;
        stems = new long[1 << (filterBits - 5)];
        stemsShift = Long.SIZE - filterBits;
    }

    /** 1 where letters with this hash may be a word, 0 where they are none. */
    int whole(long hash) {
        int bit = (int) (hash >>> wholesShift);
        return (int) (wholes[bit >>> 6] >>> bit) & 1;
    }

    /** What letters with this {@link Hash#growing} hash may be: no beginning of a stem (0), one ({@link #PATH}), or a stem ({@link #STEM} set). */
    int path(long hash) {
        int place = (int) (hash >>> stemsShift);
        return (int) (stems[place >>> 5] >>> (2 * place)) & (PATH | STEM);
    }

    private void filter(char[] letters, long hash, int kind) {
        long growing = 0;
        for (int i = 0; kind > EXACT && i < letters.length; i++) {
            growing = Hash.growing(growing, letters[i]);
            int place = (int) (growing >>> stemsShift);
            stems[place >>> 5] |= (long) (i == letters.length - 1 ? PATH | STEM : PATH) << (2 * place);
        }
        if (kind <= EXACT) {
            int bit = (int) (hash >>> wholesShift);
            wholes[bit >>> 6] |= 1L << bit;
        }
    }

    /** The record of a form; 0 where there is none. */
    int find(char[] letters, int from, int to, long hash) {
        int at = (int) (hash >>> 32) & (slots.length - 1);
        while (true) {
            long slot = (long) SLOT.getAcquire(slots, at);
            if (slot == 0) {
                return 0;
            }
            if ((int) (slot >>> 32) == (int) hash && isForm((int) slot, letters, from, to)) {
                return (int) slot;
            }
            at = (at + 1) & (slots.length - 1);
        }
    }

    private boolean isForm(int record, char[] letters, int from, int to) {
        if (records[record] != to - from) {
            return false;
        }
        int at = record + HEAD;
        int i = from;
        for (; i + 1 < to; i += 2) {
            if (records[at++] != (letters[i] | (letters[i + 1] << 16))) {
                return false;
            }
        }
        return i == to || records[at] == letters[i];
    }

    private char letter(int place, int index) {
        return (char) (records[place + (index >>> 1)] >>> ((index & 1) << 4));
    }

    /** Where a record's uses begin. */
    int uses(int record) {
        return record + HEAD + ((records[record] + 1) >>> 1);
    }

    /** Where a record's uses end. */
    int usesEnd(int record) {
        return uses(record) + (int) INT.getAcquire(records, record + 1);
    }

    int word(int use) {
        return records[use];
    }

    int kind(int use) {
        return records[use + 1];
    }

    /** The word of a use of a form; 0 where there is none like it. */
    int word(char[] letters, int kind, char[] written) {
        int record = find(letters, 0, letters.length, Hash.of(letters, 0, letters.length));
        int end = record == 0 ? 0 : usesEnd(record);
        for (int use = record == 0 ? 0 : uses(record); use < end; use = after(use)) {
            if (records[use + 1] == kind && Arrays.equals(written, written(use))) {
                return records[use];
            }
        }
        return 0;
    }

    int after(int use) {
        return use + 2 + ((writtenLength(use) + 1) >>> 1);
    }

    private char[] written(int use) {
        return letters(use + 2, writtenLength(use));
    }

    private char[] letters(int place, int count) {
        var letters = new char[count];
        for (int i = 0; i < count; i++) {
            letters[i] = letter(place, i);
        }
        return letters;
    }

    private int writtenLength(int use) {
        return Math.max(0, -records[use + 1]);
    }

    /** Whether a text has at a place what a use wants written there. */
    boolean isWritten(int use, String text, int at) {
        int length = writtenLength(use);
        if (at + length > text.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (letter(use + 2, i) != text.charAt(at + i)) {
                return false;
            }
        }
        return true;
    }

    /** Adds a use of a form; false where there is no room for it. */
    boolean add(char[] letters, int word, int kind, char[] written) {
        long hash = Hash.of(letters, 0, letters.length);
        int size = 2 + ((written.length + 1) >>> 1);
        int record = find(letters, 0, letters.length, hash);
        int uses = record == 0 ? 0 : records[record + 1];
        boolean fits = record != 0 && uses + size <= records[record + 2];
        int wanted = record == 0 ? size : 2 * (uses + size);
        int room = fits ? 0 : HEAD + ((letters.length + 1) >>> 1) + wanted;
        if (2 * (taken + 1) > slots.length || used + room > records.length) {
            return false;
        }
        if (fits) {
            append(record, word, kind, written);
        } else {
            int place = record == 0 ? create(letters, wanted) : copy(record, wanted);
            append(place, word, kind, written);
            put(hash, record, place);
        }
        know(letters, hash, word, kind, record == 0);
        return true;
    }

    /** So that the filters let letters through that are now a word, or one more. */
    private void know(char[] letters, long hash, int word, int kind, boolean only) {
        filter(letters, hash, kind);
        if (only && kind == EXACT) {
            singles.add(letters, hash, word);
        } else if (kind <= EXACT || !only) {
            singles.several(letters, hash);
        }
    }

    /** Makes the slot of an older record, or a free one, that of a record. */
    private void put(long hash, int older, int record) {
        int at = (int) (hash >>> 32) & (slots.length - 1);
        while (older == 0 ? slots[at] != 0 : (int) slots[at] != older) {
            at = (at + 1) & (slots.length - 1);
        }
        taken += older == 0 ? 1 : 0;
        SLOT.setRelease(slots, at, (hash << 32) | record);
    }

    /** The words that are wanted, with room for half as much again and for one form of so many letters. */
    Forms copy(IntPredicate wanted, int more) {
        int forms = 0;
        int ints = 2;
        int largest = 0;
        for (long slot : slots) {
            if (slot != 0) {
                int record = (int) slot;
                forms++;
                ints += usesEnd(record) - record;
                largest = Math.max(largest, usesEnd(record) - record);
            }
        }
        int bits = Math.max(4, Long.SIZE - Long.numberOfLeadingZeros(3L * forms));
        var larger = new Forms(bits, ints + ints / 2 + 2 * (largest + more) + 32);
        for (long slot : slots) {
            if (slot != 0) {
                larger.take((int) slot, this, wanted);
            }
        }
        return larger;
    }

    /** Takes over what is wanted of a record, with no room for more: what was left over in the older table would add up. */
    private void take(int record, Forms from, IntPredicate wanted) {
        int size = 0;
        int end = from.usesEnd(record);
        for (int use = from.uses(record); use < end; use = from.after(use)) {
            size += wanted.test(from.word(use)) ? from.after(use) - use : 0;
        }
        if (size == 0) {
            return;
        }
        var letters = from.letters(record + HEAD, from.records[record]);
        long hash = Hash.of(letters, 0, letters.length);
        int place = create(letters, size);
        boolean only = true;
        for (int use = from.uses(record); use < end; use = from.after(use)) {
            if (wanted.test(from.word(use))) {
                append(place, from.word(use), from.kind(use), from.written(use));
                know(letters, hash, from.word(use), from.kind(use), only);
                only = false;
            }
        }
        put(hash, 0, place);
    }

    private int create(char[] letters, int room) {
        int record = used;
        records[record] = letters.length;
        records[record + 2] = room;
        for (int i = 0; i < letters.length; i++) {
            records[record + HEAD + (i >>> 1)] |= letters[i] << ((i & 1) << 4);
        }
        used = uses(record) + room;
        return record;
    }

    private int copy(int record, int room) {
        int larger = used;
        int end = usesEnd(record);
        System.arraycopy(records, record, records, larger, end - record);
        records[larger + 2] = room;
        used = uses(larger) + room;
        return larger;
    }

    private void append(int record, int word, int kind, char[] written) {
        int use = usesEnd(record);
        records[use] = word;
        records[use + 1] = kind;
        for (int i = 0; i < written.length; i++) {
            records[use + 2 + (i >>> 1)] |= written[i] << ((i & 1) << 4);
        }
        INT.setRelease(records, record + 1, after(use) - uses(record));
    }
}
