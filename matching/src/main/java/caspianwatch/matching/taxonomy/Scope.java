package caspianwatch.matching.taxonomy;

import caspianwatch.contract.Evidence.Field;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.term.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of what stands where is the news: title and lead are, the rest of the text is in part. The lead of a short text is its
 * first 60 words; that of a long one its first paragraph, for the second may be history already. What a context covers
 * counts less, wherever behind the first sentence it stands.
 */
final class Scope {
    private static final int LEAD = 60;
    private static final int LONG = 100;
    /** A first paragraph of a few words is a dateline or a second title. */
    private static final int SHORTEST_LEAD = 6;

    /** By token of the text; null where nothing is covered. */
    private final @Nullable Context @Nullable [] covered;
    /** The first token behind the lead. */
    private final int body;

    private final @Nullable Sentences sentences;

    private Scope(@Nullable Context @Nullable [] covered, int body, @Nullable Sentences sentences) {
        this.covered = covered;
        this.body = body;
        this.sentences = sentences;
    }

    static Scope of(ArticleView view, List<Context> contexts) {
        var tokens = view.text();
        if (tokens.size() == 0) {
            return new Scope(null, 0, null);
        }
        var sentences = Sentences.of(tokens);
        int body = tokens.size() > LONG ? Math.min(LEAD, lead(sentences, tokens.size())) : LEAD;
        if (contexts.isEmpty()) {
            return new Scope(null, body, sentences);
        }
        var covered = new @Nullable Context[tokens.size()];
        int second = sentences.end(0) + 1;
        for (var context : contexts) {
            for (var span : view.inText().of(context.words())) {
                cover(covered, sentences, context, span.first(), second);
            }
            if (!context.years().isEmpty()) {
                for (int i = second; i < tokens.size(); i++) {
                    String word = tokens.word(i);
                    if (context.years().stream().anyMatch(years -> years.has(word))) {
                        cover(covered, sentences, context, i, second);
                    }
                }
            }
        }
        return new Scope(covered, body, sentences);
    }

    private static int lead(Sentences sentences, int size) {
        int end = sentences.paragraphEnd(0) + 1;
        while (end < SHORTEST_LEAD && end < size) {
            end = sentences.paragraphEnd(end) + 1;
        }
        return end;
    }

    /** Whether some words stand in one sentence; a title is one. */
    boolean isOneSentence(Field field, List<Span> spans) {
        return field == Field.TITLE || sentences == null
                || spans.stream().mapToInt(span -> sentences.end(span.first())).distinct().count() == 1;
    }

    /** Whether some tokens begin in title or lead. */
    boolean isLead(Field field, Span span) {
        return field == Field.TITLE || span.first() < body;
    }

    private static void cover(@Nullable Context[] covered, Sentences sentences, Context context, int at, int second) {
        if (at < second) {
            return;
        }
        int last = switch (context.reach()) {
            case SENTENCE -> sentences.end(at);
            case PARAGRAPH -> sentences.paragraphEnd(at);
            case REST -> covered.length - 1;
        };
        for (int i = sentences.start(at); i <= last; i++) {
            var other = covered[i];
            if (other == null || other.factor() > context.factor()) {
                covered[i] = context;
            }
        }
    }

    /** What covers the first of some tokens; null where nothing does. */
    @Nullable
    Context at(Field field, Span span) {
        return covered == null || field == Field.TITLE ? null : covered[span.first()];
    }

    /** 1 where nothing covers it. */
    double factor(Field field, Span span) {
        var context = at(field, span);
        return context == null ? 1 : context.factor();
    }
}
