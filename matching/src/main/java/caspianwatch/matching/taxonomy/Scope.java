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
    /** A week's digest is no longer; a full-length article that begins without its news is mostly not about it. */
    private static final int DIGEST = 220;
    /** A digest comes to the one item that matters in its second or third paragraph, within so many words. */
    private static final int LATE_LEAD = 150;
    private static final int LATE_PARAGRAPHS = 3;
    /** What counts there, as a part of what it would count in the lead. */
    private static final double LATE = 0.8;

    /** By token of the text; null where nothing is covered. */
    private final @Nullable Context @Nullable [] covered;
    /** The first token behind the lead. */
    private final int body;
    /** The first token behind what counts in full. */
    private final int late;

    private final @Nullable Sentences sentences;

    private Scope(@Nullable Context @Nullable [] covered, int body, int late, @Nullable Sentences sentences) {
        this.covered = covered;
        this.body = body;
        this.late = late;
        this.sentences = sentences;
    }

    static Scope of(ArticleView view, List<Context> contexts) {
        return of(view, contexts, false);
    }

    /** Whether a text is of a digest's length, of which one item may be the news, and not the first. */
    static boolean mayComeLate(ArticleView view) {
        return view.text().size() > LONG && view.text().size() <= DIGEST;
    }

    /** For a digest whose title and lead say nothing: its news comes late. */
    static Scope late(ArticleView view, List<Context> contexts) {
        return of(view, contexts, true);
    }

    private static Scope of(ArticleView view, List<Context> contexts, boolean comesLate) {
        var tokens = view.text();
        if (tokens.size() == 0) {
            return new Scope(null, 0, 0, null);
        }
        var sentences = Sentences.of(tokens);
        int late = tokens.size() > LONG ? Math.min(LEAD, lead(sentences, tokens.size())) : LEAD;
        int body = comesLate ? Math.max(late, lateLead(sentences, tokens.size())) : late;
        if (contexts.isEmpty()) {
            return new Scope(null, body, late, sentences);
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
        return new Scope(covered, body, late, sentences);
    }

    private static int lead(Sentences sentences, int size) {
        int end = sentences.paragraphEnd(0) + 1;
        while (end < SHORTEST_LEAD && end < size) {
            end = sentences.paragraphEnd(end) + 1;
        }
        return end;
    }

    private static int lateLead(Sentences sentences, int size) {
        int end = 0;
        for (int i = 0; i < LATE_PARAGRAPHS && end < size; i++) {
            end = sentences.paragraphEnd(end) + 1;
        }
        return Math.min(LATE_LEAD, end);
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
        double place = field == Field.TEXT && span.first() >= late && span.first() < body ? LATE : 1;
        return context == null ? place : place * context.factor();
    }
}
