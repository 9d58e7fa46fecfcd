package caspianwatch.matching.language;

import caspianwatch.matching.text.Folding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code endings/NAME.txt}.
 *
 * <pre>
 * # comment
 * plural = lar ler              a slot; written again, it grows
 * chain: plural possessive case every slot may be left out, the order may not change
 * harmony: aıou eiöü            two groups of vowels; in a chain, the first vowel of a suffix is of the group of the last one
 *                               before it
 * free: мен бен                 suffixes that follow any vowel
 * bound:                        the stem alone is no word
 * change: y i es                a stem's last letters before these endings; "vowel" is every ending that begins with one,
 *                               "-" is nothing
 * proclitic: و ال                what may be written together before the stem
 * </pre>
 */
final class EndingsFile {
    private final Map<String, List<String>> slots = new HashMap<>();
    private final Set<String> endings = new LinkedHashSet<>(Set.of(""));
    private final Set<String> proclitics = new LinkedHashSet<>();
    private final List<List<String>> changes = new ArrayList<>();
    private List<String> harmony = List.of();
    private final Set<String> free = new HashSet<>();
    private boolean bound;

    private EndingsFile() {}

    static Optional<Endings> load(String name) {
        if (!name.matches("[a-z]{2}(-v)?")) {
            return Optional.empty();
        }
        try (var in = EndingsFile.class.getResourceAsStream("/endings/" + name + ".txt")) {
            if (in == null) {
                return Optional.empty();
            }
            var file = new EndingsFile();
            try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                reader.lines().map(line -> line.replaceFirst("#.*", "").strip()).filter(line -> !line.isEmpty())
                        .forEach(file::line);
            }
            return Optional.of(file.endings());
        } catch (IOException e) {
            throw new UncheckedIOException("endings of " + name + " cannot be read", e);
        }
    }

    private void line(String line) {
        if (line.startsWith("chain:")) {
            chain(words(line.substring("chain:".length())));
        } else if (line.startsWith("harmony:")) {
            harmony = words(line.substring("harmony:".length()));
        } else if (line.startsWith("free:")) {
            free.addAll(words(line.substring("free:".length())));
        } else if (line.equals("bound:")) {
            bound = true;
        } else if (line.startsWith("change:")) {
            changes.add(words(line.substring("change:".length())));
        } else if (line.startsWith("proclitic:")) {
            words(line.substring("proclitic:".length())).forEach(each -> proclitics.add(Folding.fold(each)));
        } else {
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("endings: what is \"" + line + "\"?");
            }
            slots.computeIfAbsent(line.substring(0, equals).strip(), any -> new ArrayList<>())
                    .addAll(words(line.substring(equals + 1)));
        }
    }

    private void chain(List<String> names) {
        Set<String> sofar = new HashSet<>(Set.of(""));
        for (String name : names) {
            var slot = slots.get(name);
            if (slot == null) {
                throw new IllegalArgumentException("endings: no slot " + name);
            }
            var longer = new HashSet<>(sofar);
            for (String before : sofar) {
                int last = lastGroup(before);
                for (String suffix : slot) {
                    if (last < 0 || free.contains(suffix) || inHarmony(last, suffix)) {
                        longer.add(before + suffix);
                    }
                }
            }
            sofar = longer;
        }
        sofar.forEach(each -> endings.add(Folding.fold(each)));
    }

    private boolean inHarmony(int group, String suffix) {
        for (int i = 0; i < suffix.length(); i++) {
            int first = group(suffix.charAt(i));
            if (first >= 0) {
                return first == group;
            }
        }
        return true;
    }

    /** The group of the last vowel; -1 where there is none. */
    private int lastGroup(String letters) {
        for (int i = letters.length() - 1; i >= 0; i--) {
            int group = group(letters.charAt(i));
            if (group >= 0) {
                return group;
            }
        }
        return -1;
    }

    /** The group of a vowel; -1 for a consonant, and for any letter where a language has no harmony. */
    private int group(char letter) {
        for (int i = 0; i < harmony.size(); i++) {
            if (harmony.get(i).indexOf(letter) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private Endings endings() {
        var vowels = endings.stream().filter(Endings::startsWithVowel).collect(Collectors.toUnmodifiableSet());
        var list = new ArrayList<Endings.Change>();
        for (var change : changes) {
            var before = new HashSet<String>();
            for (String each : change.subList(2, change.size())) {
                if (each.equals("vowel")) {
                    before.addAll(vowels);
                } else {
                    before.add(Folding.fold(each));
                }
            }
            list.add(new Endings.Change(letters(change.get(0)), letters(change.get(1)), Set.copyOf(before)));
        }
        if (bound) {
            endings.remove("");
        }
        return new Endings(endings, list, proclitics);
    }

    private static String letters(String word) {
        return word.equals("-") ? "" : Folding.fold(word);
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("\\s+"));
    }
}
