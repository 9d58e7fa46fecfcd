package caspianwatch.web.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A list of values that write query text.
 *
 * @param chosen the value that the query asks for, empty where it asks for none
 */
record Facet(String name, String chosen, List<Option> options) {
    /** A value, how many articles have it, and the wire with it added, or taken away where it is on. */
    record Option(String value, String note, int count, String href, boolean on) {}

    private static final int SHOWN = 40;

    static List<Facet> all(Clauses clauses, Scan scan) {
        return List.of(facet("Tag", "tag", clauses, scan.tags(), false),
                facet("Language", "lang", clauses, scan.languages(), true),
                facet("Source", "source", clauses, scan.sources(), true));
    }

    private static Facet facet(String name, String field, Clauses clauses, Map<String, Integer> counts,
            boolean single) {
        var options = new ArrayList<Option>();
        counts.forEach((value, count) -> {
            String clause = Clauses.clause(field, value);
            boolean on = clauses.parts().contains(clause);
            Clauses next = on
                    ? clauses.without(clause)
                    : single ? clauses.only(field, clause) : clauses.with(clause);
            options.add(new Option(Marks.contained(value), field.equals("lang") ? language(value) : "", count,
                    Links.wire(next.text()), on));
        });
        clauses.value(field).filter(value -> !counts.containsKey(value))
                .ifPresent(value -> options.add(new Option(Marks.contained(value), "", 0,
                        Links.wire(clauses.without(Clauses.clause(field, value)).text()), true)));
        options.sort(Comparator.comparing(Option::on).reversed()
                .thenComparing(Comparator.comparingInt(Option::count).reversed()).thenComparing(Option::value));
        return new Facet(name, Marks.contained(clauses.value(field).orElse("")),
                options.subList(0, Math.min(SHOWN, options.size())));
    }

    private static String language(String code) {
        return code.equals("und") ? "not sure" : Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
    }
}
