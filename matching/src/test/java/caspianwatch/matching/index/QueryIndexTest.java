package caspianwatch.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.Articles;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.KnownNames;
import caspianwatch.matching.query.Parser;
import caspianwatch.matching.query.SyntaxException;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class QueryIndexTest {
    private static final Set<String> TAGS = Set.of("caspian", "naval", "regional-defence");

    private final QueryIndex<String> index = new QueryIndex<>();
    private final TaggedArticle drill = Articles.tagged("Navy drill on the Caspian", "A missile boat left Aktau.");

    @Test
    void findsWhatEveryTreeSaysWhileQueriesComeAndGo() throws SyntaxException {
        var queries = new TreeMap<String, Node>();
        long matches = 0;
        for (long seed = 1; seed <= 150; seed++) {
            var random = new Random(seed);
            for (int i = 0; i < 60; i++) {
                change("q" + random.nextInt(1_500), random, queries);
            }
            var article = RandomNews.article(random);
            var plain = new PlainMatch(article);
            var expected = new ArrayList<String>();
            queries.forEach((id, query) -> {
                if (plain.matches(query)) {
                    expected.add(id);
                }
            });
            assertThat(sorted(index.match(article))).as("seed %d", seed).isEqualTo(expected);
            assertThat(index.size()).isEqualTo(queries.size());
            matches += expected.size();
        }
        assertThat(matches).isGreaterThan(4_000);
    }

    @Test
    void aMatchSeesOneStateOfEachIdWhileItIsReplacedAllTheTime() throws Exception {
        for (int i = 0; i < 50; i++) {
            put("still" + i, "boat");
        }
        put("moving", "boat");
        var stop = new AtomicBoolean();
        var failure = new ArrayList<Throwable>();
        var writer = Thread.ofPlatform().start(() -> {
            var random = new Random(1);
            try {
                while (!stop.get()) {
                    // Each is another key, so that old and new are met in different places.
                    put("moving",
                            List.of("boat", "aktau", "missile", "\"left aktau\"",
                                    "word" + random.nextInt(9) + " OR navy",
                                    "boat NEAR/5 aktau").get(random.nextInt(6)));
                    put("other" + random.nextInt(500), "word" + random.nextInt(100_000) + " boat");
                }
            } catch (SyntaxException | RuntimeException e) {
                failure.add(e);
            }
        });
        try {
            for (int i = 0; i < 5_000; i++) {
                var found = index.match(drill);
                assertThat(found).doesNotHaveDuplicates().contains("moving").hasSize(51);
            }
        } finally {
            stop.set(true);
            writer.join();
        }
        assertThat(failure).isEmpty();
    }

    @Test
    void wordsAndEntriesThatNobodyAsksForAnyMoreAreForgotten() throws SyntaxException {
        for (int i = 0; i < 200_000; i++) {
            put("q" + i % 100, "word" + i + "~en source:feed" + i);
        }
        assertThat(index.highestKey()).isLessThan(50_000);
        assertThat(index.highestSlot()).isLessThan(50_000);
        put("q7", "boat");
        assertThat(index.match(drill)).containsExactly("q7");
    }

    @Test
    void anArticleIsCheckedAgainstFewQueriesThatDoNotMatch() throws SyntaxException {
        for (int i = 0; i < 1_000; i++) {
            put("a" + i, "navy AND nowhere" + i);
            put("b" + i, "\"missile boat" + i + "\"");
            put("c" + i, "boat NEAR/3 nothing" + i);
            put("d" + i, "aktau AND (none" + i + " OR nobody" + i + ")");
            put("e" + i, "severity:>=1 AND never" + i);
            put("f" + i, "boat NOT nothing AND source:elsewhere" + i);
            put("g" + i, "\"boat navy\"");
        }
        assertThat(index.checks(drill)).isZero();
    }

    @Test
    void checkingAQueryAllocatesNothing() throws SyntaxException {
        put("few", "navy AND boat NOT drill");
        long few = allocatedByAMatch();
        for (int i = 0; i < 2_000; i++) {
            put("many" + i, List.of("navy AND boat NOT drill", "missile NEAR/2 navy", "(navy OR boat) AND title:aktau",
                    "\"a missile boat\" NOT caspian").get(i % 4) + " NOT other" + i);
        }
        assertThat(index.checks(drill)).isGreaterThan(1_000);
        assertThat(allocatedByAMatch()).isLessThan(few + 256);
    }

    @Test
    void equalQueriesAreCheckedOnce() throws SyntaxException {
        for (int i = 0; i < 64; i++) {
            put("q" + i, "boat NOT nothing");
        }
        assertThat(index.checks(drill)).isEqualTo(1);
        assertThat(index.match(drill)).hasSize(64).doesNotHaveDuplicates();
        for (int i = 0; i < 63; i++) {
            index.remove("q" + i);
        }
        put("q64", "nothing");
        assertThat(index.match(drill)).containsExactly("q63");
        put("q63", "boat NOT caspian");
        assertThat(index.match(drill)).isEmpty();
    }

    @Test
    void oneQueryOfAHundredThousandReadersComesAndGoesInProportion() throws SyntaxException {
        int readers = 100_000;
        for (int i = 0; i < readers; i++) {
            put("q" + i, "boat");
        }
        assertThat(index.match(drill)).hasSize(readers);
        assertThat(index.checks(drill)).isLessThan(readers / 50);
        for (int i = 0; i < readers; i++) {
            if (i % 1000 != 7) {
                index.remove("q" + i);
            }
        }
        assertThat(index.match(drill)).hasSize(readers / 1000).allMatch(id -> id.endsWith("007") || id.equals("q7"));
        assertThat(index.size()).isEqualTo(readers / 1000);
    }

    @Test
    void aMatchSeesWhoIsThereWhileReadersOfOneQueryComeAndGo() throws Exception {
        for (int i = 0; i < 200; i++) {
            put("still" + i, i % 2 == 0 ? "boat" : "aktau AND boat");
        }
        var stop = new AtomicBoolean();
        var failure = new ArrayList<Throwable>();
        var writer = Thread.ofPlatform().start(() -> {
            var random = new Random(2);
            try {
                while (!stop.get()) {
                    String id = "passing" + random.nextInt(150);
                    if (random.nextBoolean()) {
                        put(id, random.nextInt(3) == 0 ? "boat" : "aktau AND boat");
                    } else {
                        index.remove(id);
                    }
                }
            } catch (SyntaxException | RuntimeException e) {
                failure.add(e);
            }
        });
        try {
            for (int i = 0; i < 5_000; i++) {
                var found = index.match(drill);
                assertThat(found).doesNotHaveDuplicates();
                assertThat(found.stream().filter(id -> id.startsWith("still"))).hasSize(200);
            }
        } finally {
            stop.set(true);
            writer.join();
        }
        assertThat(failure).isEmpty();
    }

    private long allocatedByAMatch() {
        var threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        // What is kept for the next match has grown to its size, and the article is cut.
        for (int i = 0; i < 3; i++) {
            assertThat(index.match(drill)).isEmpty();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        int found = index.match(drill).size();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(found).isZero();
        return allocated;
    }

    @Test
    void queriesLeaveAWordThatTurnsOutToBeCommon() throws SyntaxException {
        for (int i = 0; i < 500; i++) {
            put("q" + i, "extraordinarily AND x" + i);
        }
        var article = Articles.tagged("Extraordinarily", "x1 x2 x3");
        assertThat(index.checks(article)).isEqualTo(3);
        var common = Articles.tagged("An extraordinarily large ship", "");
        for (int i = 0; i < 2_000; i++) {
            assertThat(index.match(common)).isEmpty();
        }
        assertThat(index.match(article)).containsExactlyInAnyOrder("q1", "q2", "q3");
    }

    @Test
    void aSourceIsFoundByEachOfItsNames() throws SyntaxException {
        for (String source : List.of("news.example.org/0123456789ab", "news.example.org", "example.org", "org",
                "\"harbour line\"", "line", "\"Harbour Line (demo)\"")) {
            put(source, "source:" + source);
        }
        for (String source : List.of("ample.org", "news.example", "harbour-demo", "lin", "\"line harbour\"")) {
            put(source, "source:" + source);
        }
        assertThat(index.match(drill)).hasSize(7).doesNotContain("ample.org", "news.example", "lin");
    }

    private void change(String id, Random random, Map<String, Node> queries) throws SyntaxException {
        if (random.nextInt(6) == 0) {
            queries.remove(id);
            index.remove(id);
            return;
        }
        // Half of them have equals.
        var query = RandomNews.query(random.nextBoolean() ? random : new Random(random.nextInt(20)));
        queries.put(id, query);
        index.put(id, query, id);
    }

    private void put(String id, String query) throws SyntaxException {
        index.put(id, Parser.parse(query, KnownNames.ofTags(TAGS), false), id);
    }

    private static List<String> sorted(List<String> ids) {
        var sorted = new ArrayList<>(ids);
        Collections.sort(sorted);
        return sorted;
    }
}
