package caspianwatch.app.cli;

import caspianwatch.matching.Taxonomy;
import caspianwatch.matching.taxonomy.Coverage;
import caspianwatch.matching.taxonomy.LanguageTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A taxonomy on one screen or two: its tags with their words by language, and what its examples say of its rules. */
final class TaxonomyReport {
    private static final List<String> LANGUAGES = List.of("en", "ru", "az", "fa", "tr", "kk", "tk", "ar", "uk", "ka",
            "hy", "de", "fr", "zh");
    private static final int SHOWN = 8;

    private final Taxonomy taxonomy;
    private final boolean all;
    private final PrintStream out;

    /** @param all whether to print every silent rule and every word that stands in no example */
    TaxonomyReport(Taxonomy taxonomy, boolean all, PrintStream out) {
        this.taxonomy = taxonomy;
        this.all = all;
        this.out = out;
    }

    /** Prints; false where an example comes out wrong, or a mandatory tag lacks words in a mandatory language. */
    boolean print() {
        var coverage = taxonomy.coverage();
        out.printf("Taxonomy %s: %d tags, %d examples%n%n", taxonomy.version(), taxonomy.tags().size(),
                coverage.examples());
        boolean whole = table(taxonomy.languages());
        wrong(coverage.wrong());
        silent(coverage.silent());
        unmet(coverage);
        return whole && coverage.wrong().isEmpty();
    }

    private boolean table(LanguageTable table) {
        out.printf("  %-30s", "words by language");
        LANGUAGES.forEach(language -> out.printf("%5s", language));
        out.println();
        for (var row : table.rows()) {
            out.printf("  %-30s", row.tag());
            if (row.derived()) {
                out.print("  by a query over other tags");
            } else {
                LANGUAGES.forEach(language -> out.printf("%5s", cell(row, language)));
            }
            out.println();
        }
        out.println();
        var gaps = table.rows().stream().filter(row -> !row.gaps().isEmpty()).toList();
        gaps.forEach(row -> out.println("  wrong: " + row.where() + ": no words in " + String.join(" ", row.gaps())));
        wanted(table);
        return gaps.isEmpty();
    }

    /** A line for each group of languages, with the mandatory tags that lack words in these. */
    private void wanted(LanguageTable table) {
        var tags = new TreeMap<String, List<String>>();
        for (var row : table.rows()) {
            if (!row.wanted().isEmpty()) {
                tags.computeIfAbsent(String.join(" ", row.wanted()), any -> new ArrayList<>()).add(row.tag());
            }
        }
        tags.forEach((languages, lacking) -> out
                .println("  warning: no words in " + languages + ": " + String.join(" ", lacking)));
    }

    private static String cell(LanguageTable.Row row, String language) {
        Integer words = row.words().get(language);
        return words != null ? words.toString() : row.gaps().contains(language) ? "none" : "·";
    }

    private void wrong(List<Coverage.Wrong> wrong) {
        for (var each : wrong) {
            var example = each.example();
            out.println("  wrong: " + example.where() + ": \"" + example.title() + "\" must "
                    + (example.positive() ? "" : "not ") + "get the tag");
            each.lines().forEach(line -> out.println("    " + line));
        }
        out.println(wrong.isEmpty()
                ? "  Every example comes out as it must."
                : "  " + wrong.size() + (wrong.size() == 1 ? " example comes" : " examples come") + " out wrong.");
    }

    private void silent(List<String> silent) {
        out.println("  " + silent.size() + " rules fired on no example" + (silent.isEmpty() ? "." : ":"));
        some(silent);
    }

    private void unmet(Coverage coverage) {
        int count = coverage.words() - coverage.met();
        out.printf(Locale.ROOT, "  %d of %d words (%.1f %%) stand in an example, %d in none%s%n", coverage.met(),
                coverage.words(), 100.0 * coverage.met() / Math.max(1, coverage.words()), count,
                count == 0 ? "." : ":");
        some(coverage.unmet().entrySet().stream().map(each -> each.getKey() + ": " + String.join(", ", each.getValue()))
                .map(line -> all || line.length() <= 110 ? line : line.substring(0, 107) + "…").toList());
    }

    private void some(List<String> lines) {
        int shown = all ? lines.size() : Math.min(SHOWN, lines.size());
        lines.subList(0, shown).forEach(line -> out.println("    " + line));
        if (shown < lines.size()) {
            out.println("    and " + (lines.size() - shown) + " more; --all shows them");
        }
    }
}
