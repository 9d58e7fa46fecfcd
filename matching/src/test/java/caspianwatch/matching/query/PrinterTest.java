package caspianwatch.matching.query;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.matching.term.Term;
import caspianwatch.matching.text.RandomText;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrinterTest {
    private static final Set<String> TAGS = Set.copyOf(RandomTrees.TAGS);
    private static final KnownNames NAMES = new KnownNames(TAGS, RandomTrees::entities, RandomTrees::named);

    @Test
    void everyTreeIsReadBackFromItsPrint() throws SyntaxException {
        int read = 0;
        for (long seed = 1; seed <= 20_000; seed++) {
            var tree = RandomTrees.tree(new Random(seed));
            String print = Printer.print(tree, TAGS);
            if (print.length() <= Parser.MAX_LENGTH) {
                var again = Parser.parse(print, NAMES, true);
                assertThat(again).as("seed %d: %s", seed, print).isEqualTo(tree);
                assertThat(Printer.print(again, TAGS)).as("seed %d", seed).isEqualTo(print);
                read++;
            }
        }
        assertThat(read).isGreaterThan(15_000);
    }

    @Test
    void everyWordOfAnyScriptIsReadBackFromItsPrint() throws SyntaxException {
        int read = 0;
        for (long seed = 1; seed <= 20_000; seed++) {
            var random = new Random(seed);
            String text = (random.nextInt(4) == 0 ? "=" : "") + RandomText.of(random);
            var words = term(Visible.of(text).text());
            if (words.isEmpty()) {
                continue;
            }
            var node = new Node.Words(Node.Where.TITLE, words.getFirst());
            String print = Printer.print(node, TAGS);
            if (print.length() <= Parser.MAX_LENGTH) {
                assertThat(Parser.parse(print, NAMES, true)).as("seed %d: %s", seed, print).isEqualTo(node);
                read++;
            }
        }
        assertThat(read).isGreaterThan(10_000);
    }

    private static List<Term> term(String text) {
        try {
            return List.of(Term.of(text, null));
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }
}
