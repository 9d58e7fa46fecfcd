package caspianwatch.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The clauses that a query text joins by AND at its top level. Facets add and take away whole clauses and leave the rest
 * as it was typed; a text with OR at the top level is one clause.
 */
record Clauses(List<String> parts) {
    /** Splits a query text at spaces outside quotation marks and parentheses. */
    static Clauses of(String query) {
        var words = words(query);
        if (words.contains("OR")) {
            return new Clauses(List.of("(" + query.strip() + ")"));
        }
        var parts = new ArrayList<String>();
        var open = new StringBuilder();
        for (String word : words) {
            boolean near = word.startsWith("NEAR/");
            if (near && !parts.isEmpty()) {
                open.append(parts.removeLast()).append(' ').append(word).append(' ');
            } else if (word.equals("NOT")) {
                open.append("NOT ");
            } else if (!word.equals("AND")) {
                parts.add(open.append(word).toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            parts.add(open.toString().strip());
        }
        return new Clauses(List.copyOf(parts));
    }

    /** These clauses and one more, once. */
    Clauses with(String clause) {
        if (parts.contains(clause)) {
            return this;
        }
        var more = new ArrayList<>(parts);
        more.add(clause);
        return new Clauses(List.copyOf(more));
    }

    /** These clauses without one. */
    Clauses without(String clause) {
        return new Clauses(parts.stream().filter(each -> !each.equals(clause)).toList());
    }

    /** These clauses with no other one of this field. */
    Clauses only(String field, String clause) {
        return new Clauses(parts.stream().filter(each -> !each.startsWith(field + ":")).toList()).with(clause);
    }

    /** The first value that a clause asks of this field. */
    Optional<String> value(String field) {
        return parts.stream().filter(each -> each.startsWith(field + ":"))
                .map(each -> each.substring(field.length() + 1).replace("\"", "")).findFirst();
    }

    /** The query text. */
    String text() {
        return String.join(" ", parts);
    }

    /** A clause for a field's value, quoted where it is more than one plain word. */
    static String clause(String field, String value) {
        boolean plain = !value.isEmpty() && value.codePoints()
                .allMatch(each -> Character.isLetterOrDigit(each) || each == '-' || each == '_' || each == '.');
        return field + ":" + (plain && !List.of("AND", "OR", "NOT").contains(value.toUpperCase(Locale.ROOT))
                ? value
                : "\"" + value.replaceAll("[\"\\\\]", " ").strip() + "\"");
    }

    private static List<String> words(String query) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < query.length(); i++) {
            char unit = query.charAt(i);
            quoted ^= unit == '"';
            depth += quoted ? 0 : unit == '(' ? 1 : unit == ')' ? -1 : 0;
            if (Character.isWhitespace(unit) && !quoted && depth <= 0) {
                end(words, word);
            } else {
                word.append(unit);
            }
        }
        end(words, word);
        return words;
    }

    private static void end(List<String> words, StringBuilder word) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
