package caspianwatch.matching.query;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/** Habits of other query languages: refused with what to write here, for to search for them as words would find nothing. */
final class Foreign {
    private record Habit(Pattern sign, String instead) {}

    private static final List<Habit> HABITS = List.of(
            habit("[*?]", "there are no wildcards: write a stem and its language, as in флотил~ru"),
            habit("^-", "write NOT before what must not be there"),
            habit("^!(?=[\\p{L}\\p{N}]|$)", "write NOT before what must not be there"),
            habit("^\\+(?=\\p{L}|$)", "leave out +: every word must be there as it is"),
            habit("&&|^&$", "write AND between what must be there together"),
            habit("\\|", "write OR between what may stand for one another"),
            habit("\\^[0-9]", "there are no weights: leave out ^ and its number"),
            habit("~[0-9]", "nothing is matched by likeness: after ~ stands a stem's language, as in флотил~ru"),
            habit("^/.+/$", "there are no regular expressions: write words, phrases and stems"),
            habit("^['\u2018]", "write a phrase in double quotes"),
            habit("^(?!NEAR/)(?i:near|n|w)/[0-9]+$", "write NEAR/n in capitals, as in NEAR/5"));

    private Foreign() {}

    /** @param position where a character of the word stands in the query */
    static void refuse(String word, IntUnaryOperator position) throws SyntaxException {
        // Every habit has a sign, and nearly no word has one.
        if (word.chars().allMatch(Character::isLetterOrDigit)) {
            return;
        }
        for (var habit : HABITS) {
            var found = habit.sign.matcher(word);
            if (found.find()) {
                throw new SyntaxException(habit.instead, position.applyAsInt(found.start()));
            }
        }
    }

    private static Habit habit(String sign, String instead) {
        return new Habit(Pattern.compile(sign), instead);
    }
}
