package caspianwatch.matching.term;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.matching.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class of endings on forms of real words and on words that only begin alike: {@code inflections/NAME.tsv}. */
class InflectionsTest {
    private static final Path CLASSES = Path.of("src/main/resources/endings");
    private static final Path FORMS = Path.of("src/test/resources/inflections");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");
    private static final int FEWEST = 20;

    /** A stem with its words; the class stands in the file's name. */
    record Stem(String name, String stem, List<String> forms, List<String> lookAlikes) {
        @Override
        public String toString() {
            return name + " " + stem;
        }
    }

    static List<Stem> stems() throws IOException {
        var all = new ArrayList<Stem>();
        for (var file : list(FORMS)) {
            String name = file.getFileName().toString().replace(".tsv", "");
            for (String line : Files.readAllLines(file)) {
                if (!line.startsWith("#")) {
                    var cells = line.split("\t", -1);
                    assertThat(cells).as("%s: %s", file, line).hasSize(3);
                    all.add(new Stem(name, cells[0], words(cells[1]), words(cells[2])));
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("stems")
    void aStemTakesTheEndingsOfItsClassAndNoOthers(Stem stem) {
        var term = Term.of(stem.stem, stem.name.substring(0, 2));
        assertThat(term.words().getLast().endings()).isEqualTo(stem.name);
        var lexicon = new Lexicon();
        lexicon.add(term);

        assertThat(stem.forms).as("forms of %s", stem).allMatch(word -> matches(lexicon, term, word));
        assertThat(stem.lookAlikes).as("look-alikes of %s", stem).noneMatch(word -> matches(lexicon, term, word));
    }

    @Test
    void theIndexNamesEveryClass() throws IOException {
        try (var files = Files.list(CLASSES)) {
            assertThat(Files.readAllLines(CLASSES.resolve("index.txt"))).containsExactlyInAnyOrderElementsOf(
                    files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("index.txt"))
                            .toList());
        }
    }

    @Test
    void everyClassHasTwentyFormsAndTwentyLookAlikes() throws IOException {
        var stems = stems();
        for (String file : Files.readAllLines(CLASSES.resolve("index.txt"))) {
            String name = file.replace(".txt", "");
            var ofClass = stems.stream().filter(each -> each.name.equals(name)).toList();
            assertThat(ofClass.stream().flatMap(each -> each.forms.stream()).distinct()).as("forms of %s", name)
                    .hasSizeGreaterThanOrEqualTo(FEWEST);
            assertThat(ofClass.stream().flatMap(each -> each.lookAlikes.stream()).distinct())
                    .as("look-alikes of %s", name)
                    .hasSizeGreaterThanOrEqualTo(FEWEST);
        }
    }

    private static boolean matches(Lexicon lexicon, Term term, String word) {
        return !lexicon.find(Tokens.of(word)).of(term).isEmpty();
    }

    private static List<String> words(String cell) {
        return Stream.of(cell.split(" ")).map(word -> ESCAPE.matcher(word)
                .replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)))).toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
