package caspianwatch.matching.gazetteer;

import caspianwatch.contract.Entity;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Evidence.Field;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.term.Span;
import caspianwatch.matching.term.Term;
import caspianwatch.matching.term.TermSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All names and what they claim; finds the entities of an article. Immutable. */
public final class Names {
    /** A name that is said on every line is said often enough. */
    private static final int MOST_EVIDENCE = 6;

    private static final Comparator<Candidate> LONGEST_FIRST = Comparator
            .comparingInt((Candidate each) -> each.span.first() - each.span.last())
            .thenComparingInt(each -> each.claim.rank()).thenComparingInt(Candidate::stems)
            .thenComparingInt(each -> each.span.first());

    private record Candidate(Span span, Claim claim, Term term) {

        /** Каспийск is the town rather than a form of the adjective: exact words tell more than stems. */
        int stems() {
            return (int) term.words().stream().filter(word -> word.endings() != null).count();
        }
    }

    private record Mention(GazetteerEntry entry, Span span, Term term) {}

    private final Map<Term, Map<Claim, Set<LanguageGroup>>> claims;

    Names(Map<Term, Map<Claim, Set<LanguageGroup>>> claims) {
        this.claims = Map.copyOf(claims);
    }

    /** Every term a lexicon has to find. */
    public Stream<Term> terms() {
        return Stream.concat(claims.keySet().stream(),
                claims.values().stream().flatMap(each -> each.keySet().stream()).flatMap(Names::company)
                        .flatMap(TermSet::terms));
    }

    /** Every name with what it names. */
    List<Map.Entry<Term, GazetteerEntry>> named() {
        var all = new ArrayList<Map.Entry<Term, GazetteerEntry>>();
        claims.forEach((term, each) -> each.keySet().forEach(claim -> {
            var entry = claim.named();
            if (entry != null) {
                all.add(Map.entry(term, entry));
            }
        }));
        return all;
    }

    /** What an article names, each once, in the order of its first mention. */
    public List<Entity> entities(ArticleView view) {
        var evidence = new LinkedHashMap<GazetteerEntry, List<Evidence>>();
        for (var field : Field.values()) {
            for (var mention : mentions(view, field)) {
                var all = evidence.computeIfAbsent(mention.entry, any -> new ArrayList<>());
                if (all.size() < MOST_EVIDENCE) {
                    all.add(view.evidence("", field, mention.span, mention.term.print(), 1));
                }
            }
        }
        return evidence.entrySet().stream().map(each -> entity(each.getKey(), each.getValue())).toList();
    }

    private List<Mention> mentions(ArticleView view, Field field) {
        var candidates = new ArrayList<Candidate>();
        var found = view.found(field);
        var read = LanguageGroup.in(view.language());
        for (var term : found.terms()) {
            claims.getOrDefault(term, Map.of()).forEach((claim, groups) -> {
                if (!Collections.disjoint(groups, read)) {
                    found.of(term).stream().filter(span -> counts(claim, view, field, span, term))
                            .forEach(span -> candidates.add(new Candidate(span, claim, term)));
                }
            });
        }
        candidates.sort(LONGEST_FIRST);
        var taken = new BitSet();
        var mentions = new ArrayList<Mention>();
        for (var each : candidates) {
            int next = taken.nextSetBit(each.span.first());
            if (next >= 0 && next <= each.span.last()) {
                continue;
            }
            taken.set(each.span.first(), each.span.last() + 1);
            var entry = each.claim.named();
            if (entry != null) {
                mentions.add(new Mention(entry, each.span, each.term));
            }
        }
        mentions.sort(Comparator.comparingInt(each -> each.span.first()));
        return mentions;
    }

    private static boolean counts(Claim claim, ArticleView view, Field field, Span span, Term term) {
        return switch (claim) {
            case Claim.Doubtful(var entry, var guard) -> guard.holds(view, field, span, term);
            case Claim.Sure(var entry) -> true;
            case Claim.SomethingElse() -> true;
        };
    }

    private static Stream<TermSet> company(Claim claim) {
        return claim instanceof Claim.Doubtful(var entry, var guard)
                ? Stream.concat(guard.needs().stream(), guard.unless().stream()).map(Guard.Company::words)
                : Stream.empty();
    }

    private static Entity entity(GazetteerEntry entry, List<Evidence> evidence) {
        return new Entity(entry.id(), entry.kind(), entry.name(), entry.latitude(), entry.longitude(), evidence);
    }
}
