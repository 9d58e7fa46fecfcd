package caspianwatch.matching.gazetteer;

import caspianwatch.contract.Evidence.Field;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.term.Span;
import caspianwatch.matching.term.Term;
import caspianwatch.matching.term.TermSet;
import caspianwatch.matching.text.Tokens;
import java.util.List;

/** When a doubtful name counts: one need holds, and none of what speaks against it. */
record Guard(List<Company> needs, List<Company> unless) {
    private static final String OPENING_QUOTES = "«\"“„”'‘‚‹「『";

    /** Words in a window around a name; where there are none, only how the name itself is written. */
    record Company(int within, TermSet words, boolean before, boolean quoted, boolean plain) {

        boolean holds(ArticleView view, Field field, Span name, Term term) {
            var tokens = view.tokens(field);
            if ((quoted && !isQuoted(tokens, name.first())) || (plain && !isPlain(tokens, name, term))) {
                return false;
            }
            if (words.isEmpty()) {
                return true;
            }
            for (var other : name.around(view.found(field).of(words), within)) {
                if (!other.overlaps(name) && other.distance(name) <= within
                        && (!before || other.last() < name.first())) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isQuoted(Tokens tokens, int first) {
            int start = tokens.start(first);
            return start > 0 && OPENING_QUOTES.indexOf(tokens.text().charAt(start - 1)) >= 0;
        }

        private static boolean isPlain(Tokens tokens, Span name, Term term) {
            for (int i = 0; i < term.words().size(); i++) {
                if (!tokens.word(name.first() + i).equals(term.words().get(i).text())) {
                    return false;
                }
            }
            return true;
        }
    }

    boolean holds(ArticleView view, Field field, Span name, Term term) {
        return (needs.isEmpty() || needs.stream().anyMatch(need -> need.holds(view, field, name, term)))
                && unless.stream().noneMatch(company -> company.holds(view, field, name, term));
    }
}
