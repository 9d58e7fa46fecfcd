package caspianwatch.matching.taxonomy;

import caspianwatch.contract.Article;
import caspianwatch.contract.Article.TextBasis;
import caspianwatch.matching.language.Languages;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.term.Term;
import caspianwatch.matching.why.InWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the examples beside the rules say of the rules: examples that come out wrong, rules that fired on none, words that
 * stand in none.
 *
 * @param examples how many there are
 * @param wrong examples without the tag that they must have, or with the one that they must not have
 * @param silent combinations and words of home that never fired, and tags that were never given, with their place
 * @param words how many words there are in sets and tags
 * @param unmet the words that stand in no example, by their place: {@code places.yaml:3, set caspian-sea, ru}
 */
public record Coverage(int examples, List<Wrong> wrong, List<String> silent, int words,
        Map<String, List<String>> unmet) {

    /**
     * An example that comes out wrong.
     *
     * @param lines why, in words
     */
    public record Wrong(RuleExample example, List<String> lines) {}

    /** How many words stand in an example. */
    public int met() {
        return words - unmet.values().stream().mapToInt(List::size).sum();
    }

    /** Runs every example. */
    public static Coverage of(RuleBook book) {
        var run = new Run(book);
        book.examples().forEach(run::example);
        var words = book.words();
        Map<String, List<String>> unmet = new LinkedHashMap<>();
        int count = 0;
        for (var list : words) {
            for (String word : list.words()) {
                count++;
                if (!run.met.contains(Term.of(word, list.language()))) {
                    unmet.computeIfAbsent(list.where() + ", " + list.language(), any -> new ArrayList<>()).add(word);
                }
            }
        }
        return new Coverage(book.examples().size(), run.wrong, run.silent(), count, unmet);
    }

    /** Words of one language as a file has them. */
    record SourceWords(String where, String language, List<String> words) {}

    private static final class Run {
        private final RuleBook book;
        private final Set<Term> met = new HashSet<>();
        private final Map<String, Set<String>> fired = new LinkedHashMap<>();
        private final Set<String> given = new HashSet<>();
        private final List<Wrong> wrong = new ArrayList<>();

        Run(RuleBook book) {
            this.book = book;
        }

        void example(RuleExample example) {
            var article = article(example);
            String language = Languages.detect(article.title(), article.text(), null);
            var words = ArticleView.of(article, language, book.lexicon(), book.kazakh());
            var scoring = Scoring.scored(book, words);
            met.addAll(words.inTitle().terms());
            met.addAll(words.inText().terms());
            given.addAll(scoring.view().tags().keySet());
            for (var rule : book.rules()) {
                fired.computeIfAbsent(rule.id(), any -> new HashSet<>()).addAll(scoring.fired(rule));
            }
            if (scoring.view().tags().containsKey(example.tag()) != example.positive()) {
                wrong.add(new Wrong(example, TagWhy.of(book, words, example.tag()).map(
                        InWords::of).orElse(List.of())));
            }
        }

        List<String> silent() {
            var silent = new LinkedHashSet<String>();
            for (var rule : book.rules()) {
                String where = book.where(rule.id());
                if (!given.contains(rule.id())) {
                    silent.add(where + ": never given");
                }
                var sounds = fired.getOrDefault(rule.id(), Set.of());
                if (rule.reason() instanceof TagRule.Points points) {
                    points.near().stream().map(TagRule.Near::rule).filter(each -> !sounds.contains(each))
                            .forEach(each -> silent.add(where + ": " + each));
                    points.homes().stream().map(TagRule.Home::rule).filter(each -> !sounds.contains(each))
                            .forEach(each -> silent.add(where + ": " + each));
                }
            }
            return List.copyOf(silent);
        }

        private static Article article(RuleExample example) {
            return new Article("example", new Article.Source("", "", ""), null, null, example.title(), example.text(),
                    example.text().isEmpty() ? TextBasis.TITLE : TextBasis.SUMMARY, null, null, null, Instant.EPOCH,
                    Instant.EPOCH, 1, "", List.of(), false);
        }
    }
}
