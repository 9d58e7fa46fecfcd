package caspianwatch.bench.matching;

import caspianwatch.contract.TaggedArticle;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/** How long it takes until a new, a replaced and a removed rule is seen, while another thread matches without pause. */
final class Changes {
    /** The index that is changed. */
    interface Index {
        void put(String id, String query);

        void remove(String id);

        boolean matches(String id, TaggedArticle article);
    }

    private Changes() {}

    static long[] measure(int count, Index index, List<TaggedArticle> articles,
            BiFunction<String, String, TaggedArticle> article) {
        var probes = List.of(article.apply("Qaravelli", "one"), article.apply("Qaravelli", "two"));
        var over = new AtomicBoolean();
        var reader = Thread.ofPlatform().start(() -> {
            for (int i = 0; !over.get(); i++) {
                index.matches("", articles.get(i % articles.size()));
            }
        });
        try {
            long[] nanos = new long[count];
            for (int i = 0; i < count; i++) {
                String id = "probe" + i / 3;
                long start = System.nanoTime();
                boolean seen = switch (i % 3) {
                    case 0 -> {
                        index.put(id, "qaravelli AND one");
                        yield await(index, id, probes.get(0), true);
                    }
                    case 1 -> {
                        index.put(id, "qaravelli AND two");
                        yield await(index, id, probes.get(0), false) && await(index, id, probes.get(1), true);
                    }
                    default -> {
                        index.remove(id);
                        yield await(index, id, probes.get(1), false);
                    }
                };
                nanos[i] = System.nanoTime() - start;
                if (!seen || !reader.isAlive()) {
                    throw new IllegalStateException("change " + i + " is not seen");
                }
            }
            return nanos;
        } finally {
            over.set(true);
        }
    }

    private static boolean await(Index index, String id, TaggedArticle article, boolean there) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (index.matches(id, article) != there) {
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }
}
