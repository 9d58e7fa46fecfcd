package caspianwatch.matching.term;

import java.util.Arrays;

/** A growing list of numbers. For one thread. */
public final class Ids {
    private int[] values = new int[64];
    private int size;

    /** Forgets all. */
    public void clear() {
        size = 0;
    }

    /** How many. */
    public int size() {
        return size;
    }

    /** One of them. */
    public int get(int index) {
        return values[index];
    }

    /** Appends one. */
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /** Replaces one. */
    public void set(int index, int value) {
        values[index] = value;
    }

    /** Takes one out; those after it move up. */
    public void remove(int index) {
        System.arraycopy(values, index + 1, values, index, size - index - 1);
        size--;
    }

    /** Forgets all but so many. */
    public void cut(int count) {
        size = count;
    }

    /** Takes out the last one. */
    public int removeLast() {
        return values[--size];
    }

    /** All of them. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** Appends one unless it is there already, from an index on. */
    void addOnce(int value, int from) {
        for (int i = from; i < size; i++) {
            if (values[i] == value) {
                return;
            }
        }
        add(value);
    }
}
