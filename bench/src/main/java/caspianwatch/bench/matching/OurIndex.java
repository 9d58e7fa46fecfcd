package caspianwatch.bench.matching;

import caspianwatch.bench.contest.Contender;
import caspianwatch.contract.Article;
import caspianwatch.contract.Channel;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Subscription;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.QueryException;
import caspianwatch.matching.SubscriptionIndex;
import java.time.Instant;
import java.util.List;

/** The index that the processor runs. Like the peers it says which rules match, or, as the processor asks it, also why. */
public final class OurIndex implements Contender<TaggedArticle> {
    private static final List<Channel> LOG = List.of(new Channel.Log());

    private final boolean reasons;
    private final SubscriptionIndex index = new SubscriptionIndex();

    /**
     * Reads the taxonomy now, so that its memory does not count as that of rules.
     *
     * @param reasons whether what is timed includes evidence and reasons
     */
    OurIndex(boolean reasons) {
        this.reasons = reasons;
        put("", "word");
        index.match(article("word", ""));
        index.remove("");
    }

    @Override
    public TaggedArticle article(String title, String text) {
        return tagged(title, text);
    }

    /** An article of which nothing is known but its words. */
    public static TaggedArticle tagged(String title, String text) {
        var source = new Article.Source("news.example.org/1", "Generated", "AZ");
        var article = new Article("generated", source, null, null, title, text, Article.TextBasis.FULL, null, null,
                null,
                Instant.EPOCH, Instant.EPOCH, 1, "", List.of(), false);
        return new TaggedArticle(article, "und", List.of(), List.of(), null, Severity.ROUTINE, List.of(), "",
                TaggedArticle.Origin.LIVE, Instant.EPOCH);
    }

    @Override
    public void add(int first, List<String> rules) {
        for (int i = 0; i < rules.size(); i++) {
            put(Integer.toString(first + i), rules.get(i));
        }
    }

    @Override
    public int count(List<TaggedArticle> articles) {
        int count = 0;
        for (var article : articles) {
            count += reasons ? index.match(article).size() : index.matching(article).size();
        }
        return count;
    }

    @Override
    public List<int[]> hits(List<TaggedArticle> articles) {
        return articles.stream().map(article -> index.matching(article).stream()
                .mapToInt(subscription -> Integer.parseInt(subscription.id())).sorted().toArray()).toList();
    }

    @Override
    public long[] changes(int count, List<TaggedArticle> articles) {
        return Changes.measure(count, new Changes.Index() {
            @Override
            public void put(String id, String query) {
                OurIndex.this.put(id, query);
            }

            @Override
            public void remove(String id) {
                index.remove(id);
            }

            @Override
            public boolean matches(String id, TaggedArticle article) {
                return index.matching(article).stream().anyMatch(each -> each.id().equals(id));
            }
        }, articles, this::article);
    }

    @Override
    public void close() {}

    private void put(String id, String query) {
        try {
            index.put(new Subscription(id, "owner", "name", query, Severity.BACKGROUND, LOG, true, Instant.EPOCH));
        } catch (QueryException e) {
            throw new IllegalArgumentException(query, e);
        }
    }
}
