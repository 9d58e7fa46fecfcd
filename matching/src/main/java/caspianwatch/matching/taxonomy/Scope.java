package caspianwatch.matching.taxonomy;

import caspianwatch.contract.Evidence.Field;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.term.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of what stands where is the news. Title and first sentence are; what a context covers counts in part, wherever
 * in the rest of the text it stands.
 */
final class Scope {
    /** By token of the text; null where nothing is covered. */
    private final @Nullable Context @Nullable [] covered;

    private Scope(@Nullable Context @Nullable [] covered) {
        this.covered = covered;
    }

    static Scope of(ArticleView view, List<Context> contexts) {
        var tokens = view.text();
        if (contexts.isEmpty() || tokens.size() == 0) {
            return new Scope(null);
        }
        var sentences = Sentences.of(tokens);
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
        return new Scope(covered);
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
