package caspianwatch.matching.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that was probably meant by one that is not there. */
final class Likely {
    private static final int LONGEST = 40;

    private Likely() {}

    /** A name a few letters away, else the shortest that has it as a part; empty where none is like it. */
    static Optional<String> of(String written, Collection<String> names) {
        if (written.isEmpty() || written.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, written.length() / 4);
        return names.stream().filter(name -> distance(written, name) <= most)
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()))
                .or(() -> names.stream().filter(name -> written.length() > 2 && name.contains(written))
                        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())));
    }

    /** How many letters are to be put in, left out or changed. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
