package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Entity;
import caspianwatch.matching.gazetteer.GazetteerEntry;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.term.LatinKazakhTerms;
import caspianwatch.matching.term.Lexicon;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The gazetteer that ships: every entry can be found, every guard holds on its examples. */
class ShippedGazetteerTest {
    private static final Set<String> MANDATORY_LANGUAGES = Set.of("en", "ru", "az", "fa", "tr", "kk", "tk");

    private final Gazetteer gazetteer = Gazetteer.builtIn();
    private final Tagger tagger = Tagger.of(Taxonomy.of(List.of()), gazetteer);

    @Test
    void everyExampleNamesItsEntryOrNot() {
        var wrong = new ArrayList<String>();
        for (var example : gazetteer.examples()) {
            var ids = ids(example.sentence());
            if (ids.contains(example.entry()) != example.positive()) {
                wrong.add(example.where() + (example.positive() ? " is not in: " : " must not be in: ")
                        + example.sentence() + " → " + ids);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyGuardedEntryHasExamplesOfBothKinds() {
        var positive = new HashSet<String>();
        var negative = new HashSet<String>();
        gazetteer.examples().forEach(each -> (each.positive() ? positive : negative).add(each.entry()));

        assertThat(gazetteer.guarded()).as("guarded entries").hasSizeGreaterThan(60)
                .allSatisfy(id -> assertThat(positive).contains(id))
                .allSatisfy(id -> assertThat(negative).contains(id));
    }

    @Test
    void everySureNameFindsItsEntry() {
        var wrong = new ArrayList<String>();
        var lexicon = new Lexicon();
        gazetteer.addTo(lexicon, new LatinKazakhTerms());
        gazetteer.aliases().forEach((id, byLanguage) -> byLanguage.forEach((language, aliases) -> {
            for (String alias : aliases) {
                String name = alias.replaceAll("~[a-z-]*", "").replace("=", "");
                var view = ArticleView.of(Articles.article(name, ""), language, Map.of(), 1, lexicon);
                if (gazetteer.entities(view).stream().noneMatch(entity -> entity.id().equals(id))) {
                    wrong.add(id + ", " + language + ": " + alias);
                }
            }
        }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void statesForcesPortsAndBasesHaveNamesInEveryMandatoryLanguage() {
        Map<String, Set<String>> missing = new TreeMap<>();
        gazetteer.languages().forEach((id, languages) -> {
            if (Set.of("state", "force", "port", "base").contains(kind(id))
                    && !languages.containsAll(MANDATORY_LANGUAGES)) {
                missing.put(id, MANDATORY_LANGUAGES.stream().filter(each -> !languages.contains(each))
                        .collect(Collectors.toSet()));
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKindHasEntriesAndThereAreEnough() {
        var kinds = gazetteer.entries().stream()
                .collect(Collectors.groupingBy(GazetteerEntry::kind, Collectors.counting()));

        assertThat(kinds.keySet()).containsExactlyInAnyOrderElementsOf(Entity.KINDS);
        assertThat(gazetteer.entries()).hasSizeGreaterThan(400);
    }

    @Test
    void thePlacesOfTheCaspianLieThere() {
        for (String id : List.of("port.aktau", "port.anzali", "port.baku", "port.turkmenbashi", "base.az.puta",
                "field.kashagan", "field.filanovsky", "place.caspian-sea", "place.miankaleh")) {
            var entry = gazetteer.find(id).orElseThrow();
            assertThat(entry.latitude()).as(id).isBetween(36.5, 47.2);
            assertThat(entry.longitude()).as(id).isBetween(46.5, 54.5);
        }
        assertThat(gazetteer.find("port.atlantis")).isEmpty();
    }

    private static String kind(String id) {
        return id.substring(0, id.indexOf('.'));
    }

    private Set<String> ids(String sentence) {
        return tagger.tag(Articles.article(sentence, "")).entities().stream().map(Entity::id)
                .collect(Collectors.toSet());
    }
}
