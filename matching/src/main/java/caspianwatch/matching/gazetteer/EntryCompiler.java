package caspianwatch.matching.gazetteer;

import caspianwatch.contract.Entity;
import caspianwatch.matching.term.Term;
import caspianwatch.matching.term.TermSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks entries and turns their names into claims. */
final class EntryCompiler {
    private final Map<String, TermSet> sets;
    private final Map<Term, Map<Claim, Set<LanguageGroup>>> claims = new LinkedHashMap<>();
    private final Map<String, GazetteerEntry> entries = new LinkedHashMap<>();
    private final Set<Term> kazakh = new LinkedHashSet<>();

    EntryCompiler(Map<String, Map<String, List<String>>> sets) {
        this.sets = new LinkedHashMap<>();
        sets.forEach((name, words) -> this.sets.put(name, new TermSet(terms("set " + name, words))));
    }

    Map<Term, Map<Claim, Set<LanguageGroup>>> claims() {
        return claims;
    }

    /** Every Kazakh term among names and their company. */
    Set<Term> kazakh() {
        return kazakh;
    }

    Map<String, GazetteerEntry> entries() {
        return entries;
    }

    void compile(GazetteerReader.Read read) {
        var source = read.entry();
        String where = read.where();
        var entry = entry(read, where);
        if (entries.putIfAbsent(entry.id(), entry) != null) {
            throw new GazetteerException(where + ": there is another entry of this id");
        }
        if (source.aliases() == null && source.doubtful() == null) {
            throw new GazetteerException(where + ": it has no name");
        }
        claim(where, source.aliases(), new Claim.Sure(entry));
        if (source.doubtful() != null) {
            var needs = source.needs() == null ? read.needsOfFile() : source.needs();
            var guard = new Guard(company(where, needs), company(where, source.unless()));
            if (guard.needs().isEmpty() && guard.unless().isEmpty()) {
                throw new GazetteerException(where + ": doubtful names need something that tells them apart");
            }
            claim(where, source.doubtful(), new Claim.Doubtful(entry, guard));
        } else if (source.needs() != null || source.unless() != null) {
            throw new GazetteerException(where + ": guards are for doubtful names, and it has none");
        }
        claim(where, source.not(), new Claim.SomethingElse());
    }

    private static GazetteerEntry entry(GazetteerReader.Read read, String where) {
        var source = read.entry();
        String id = required(where, "id", source.id());
        if (!id.startsWith(read.kind() + ".") || !id.matches("[a-z0-9]+([.-][a-z0-9]+)+")) {
            throw new GazetteerException(
                    where + ": an id is the kind, a dot, and small letters, digits, dots and hyphens");
        }
        if (!Entity.KINDS.contains(read.kind())) {
            throw new GazetteerException(where + ": kind \"" + read.kind() + "\" is none of " + Entity.KINDS);
        }
        String country = source.country();
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw new GazetteerException(where + ": country must look like \"AZ\"");
        }
        var at = source.at();
        if (at != null && (at.size() != 2 || Math.abs(at.get(0)) > 90 || Math.abs(at.get(1)) > 180)) {
            throw new GazetteerException(where + ": at must be [latitude, longitude]");
        }
        return new GazetteerEntry(id, read.kind(), required(where, "name", source.name()), country,
                at == null ? null : at.get(0), at == null ? null : at.get(1));
    }

    private void claim(String where, @Nullable Map<String, List<String>> names, Claim claim) {
        if (names == null) {
            return;
        }
        names.forEach((language, list) -> {
            var group = LanguageGroup.of(language);
            for (var term : terms(where, Map.of(language, list))) {
                var others = claims.computeIfAbsent(term, any -> new LinkedHashMap<>());
                if (claim instanceof Claim.Sure) {
                    others.forEach((other, groups) -> {
                        if (other instanceof Claim.Sure(var entry) && !other.equals(claim) && groups.contains(group)) {
                            throw new GazetteerException(
                                    where + ": \"" + term.print() + "\" is a name of " + entry.id() + " too");
                        }
                    });
                }
                others.computeIfAbsent(claim, any -> EnumSet.noneOf(LanguageGroup.class)).add(group);
            }
        });
    }

    private List<Guard.Company> company(String where, @Nullable List<EntrySource.Need> needs) {
        if (needs == null) {
            return List.of();
        }
        return needs.stream().map(need -> {
            if (need.within() < (need.words() == null && need.sets() == null ? 0 : 1)) {
                throw new GazetteerException(where + ": within says how many words away, 1 or more");
            }
            return new Guard.Company(need.within(), words(where, need), need.before(), need.quoted(), need.plain());
        }).toList();
    }

    private TermSet words(String where, EntrySource.Need need) {
        var named = need.sets();
        if (named != null && named.size() == 1 && need.words() == null) {
            return set(where, named.getFirst());
        }
        Set<Term> all = terms(where, need.words());
        if (named != null) {
            named.forEach(name -> set(where, name).terms().forEach(all::add));
        }
        return new TermSet(all);
    }

    private TermSet set(String where, String name) {
        var set = sets.get(name);
        if (set == null) {
            throw new GazetteerException(where + ": there is no set \"" + name + "\"");
        }
        return set;
    }

    private Set<Term> terms(String where, @Nullable Map<String, List<String>> words) {
        var terms = new LinkedHashSet<Term>();
        if (words == null) {
            return terms;
        }
        words.forEach((language, names) -> {
            for (String name : names) {
                try {
                    var term = Term.of(name, language);
                    terms.add(term);
                    if (language.equals("kk")) {
                        kazakh.add(term);
                    }
                } catch (IllegalArgumentException e) {
                    throw new GazetteerException(where + ", " + language + " \"" + name + "\": " + e.getMessage());
                }
            }
        });
        return terms;
    }

    private static String required(String where, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new GazetteerException(where + ": " + field + " is missing");
        }
        return value;
    }
}
