package caspianwatch.bench.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** The generated rules and articles as files, in our words and in the percolator's. */
final class Material {
    /** Articles of each length; a multiple of a batch. */
    static final int ARTICLES = 200;

    private final Path folder;

    private Material(Path folder) {
        this.folder = folder;
    }

    static Material write(Path folder, MatchingOptions options, List<Integer> lengths, long seed) throws IOException {
        var material = new Material(folder);
        var vocabulary = new Vocabulary(seed);
        var random = new Random(seed + 1);
        material.rules(new Rules(vocabulary, random.nextLong()).queries().iterator(), options);
        for (int words : lengths) {
            material.articles(words, new News(vocabulary, random.nextLong()).articles(ARTICLES, words));
        }
        return material;
    }

    Path rules() {
        return folder.resolve("rules.txt");
    }

    Path percolatorRules() {
        return folder.resolve("rules.ndjson");
    }

    Path articles(int words) {
        return folder.resolve("articles-" + words + ".txt");
    }

    Path percolatorArticles(int words) {
        return folder.resolve("articles-" + words + "-cut.txt");
    }

    private void rules(Iterator<String> queries, MatchingOptions options) throws IOException {
        try (var ours = Files.newBufferedWriter(rules()); var percolator = Files.newBufferedWriter(percolatorRules())) {
            for (int i = 0; i < options.most(); i++) {
                String query = queries.next();
                ours.write(query + "\n");
                if (i < options.percolator()) {
                    percolator.write(PercolatorQueries.json(LuceneMonitor.node(query)) + "\n");
                }
            }
        }
    }

    private void articles(int words, List<News.Text> articles) throws IOException {
        Files.write(articles(words), articles.stream().map(each -> each.title() + "\t" + each.text()).toList());
        Files.write(percolatorArticles(words), articles.stream()
                .map(each -> PercolatorQueries.words(each.title()) + "\t" + PercolatorQueries.words(each.text()))
                .toList());
    }
}
