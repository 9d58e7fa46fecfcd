package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import caspianwatch.contract.Entity;
import caspianwatch.matching.gazetteer.GazetteerException;
import caspianwatch.matching.taxonomy.RuleFile;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How names become entities, on a gazetteer of four ships and towns. */
class GazetteerTest {
    private static final String SMALL = """
            kind: port
            sets:
              ship: {en: [ship~], ru: [корабл~]}
            entries:
              - id: port.olya
                name: Olya
                country: RU
                at: [45.78, 47.55]
                aliases: {en: ["port of olya"]}
                doubtful: {en: [olya]}
                needs: [{within: 3, words: {en: [port~, cargo]}}]
                unless: [{within: 1, words: {en: [sister]}}]
                not: {en: ["olya park"]}
              - {id: port.derbent, name: Derbent, aliases: {ru: [дербент~], en: [derbent]}}
            """;
    private static final String SHIPS = """
            kind: ship
            needs:
              - {within: 4, sets: [ship], quoted: true}
              - {within: 1, sets: [ship], before: true, plain: true}
            entries:
              - {id: ship.derbent, name: Derbent, doubtful: {ru: [дербент~], en: [derbent]}}
            """;

    private final Tagger tagger = Tagger.of(Taxonomy.of(List.of()), gazetteer(SMALL, SHIPS));

    @Test
    void anotherNameIsAnotherVersionOfWhatTags() {
        var rules = Taxonomy.of(List.of());
        assertThat(Tagger.of(rules, gazetteer(SMALL, SHIPS)).version())
                .isEqualTo(tagger.version())
                .isNotEqualTo(Tagger.of(rules, gazetteer(SMALL, SHIPS.replace("derbent]", "derbend]"))).version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Grain left the port of Olya            | port.olya
            Cargo waits in Olya                    | port.olya
            Olya likes dogs                        |
            The port says Olya sister              |
            Cargo for Olya Park                    |
            Жители Дербента                        | port.derbent
            Корабль «Дербент» ушёл                 | ship.derbent
            Корабль Дербент ушёл                   | ship.derbent
            Корабли Дербента ушли                  | port.derbent
            Экипаж «Дербента» на своём корабле     | ship.derbent
            The ship Derbent, seen from Derbent    | ship.derbent port.derbent
            """)
    void companyDecidesWhatADoubtfulNameStandsFor(String title, @Nullable String ids) {
        assertThat(entities(title, "")).extracting(Entity::id)
                .containsExactly(ids == null ? new String[0] : ids.split(" "));
    }

    @Test
    void anEntityComesOnceWithItsPlaceAndEveryMentionThatSlices() {
        String text = "Cargo left Olya. The port of Olya is busy.";
        assertThat(entities("Port of Olya", text)).singleElement().satisfies(entity -> {
            assertThat(entity.name()).isEqualTo("Olya");
            assertThat(entity.kind()).isEqualTo("port");
            assertThat(entity.latitude()).isEqualTo(45.78);
            assertThat(entity.longitude()).isEqualTo(47.55);
            assertThat(entity.evidence()).extracting(each -> each.field() + " " + each.text() + " " + each.rule())
                    .containsExactly("TITLE Port of Olya port of olya", "TEXT Olya olya",
                            "TEXT port of Olya port of olya");
            assertThat(entity.evidence().get(2)).satisfies(each -> assertThat(text.substring(each.start(), each.end()))
                    .isEqualTo(each.text()));
        });
    }

    @Test
    void aNameOnEveryLineIsNotEvidenceForEver() {
        assertThat(entities("", "derbent ".repeat(1000))).singleElement()
                .satisfies(entity -> assertThat(entity.evidence()).hasSize(6));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: port\\nentries:\\n  - {id: port.x, name: X, aliases: {en: [x]}, colour: red} | a.yaml:3 | colour
            kind: port\\nentries:\\n  - {id: port.x, name: X} | a.yaml:3, entry port.x | no name
            kind: port\\nentries:\\n  - {id: x, name: X, aliases: {en: [x]}} | a.yaml:3, entry x | an id is
            kind: moon\\nentries:\\n  - {id: moon.x, name: X, aliases: {en: [x]}} | a.yaml:3, entry moon.x | moon
            kind: port\\nentries:\\n  - {id: port.x, name: X, aliases: {en: [x~q]}} | a.yaml:3, entry port.x, en "x~q" | cannot read
            kind: port\\nentries:\\n  - {id: port.x, name: X, at: [1], aliases: {en: [x]}} | a.yaml:3, entry port.x | latitude
            kind: port\\nentries:\\n  - {id: port.x, name: X, doubtful: {en: [x]}} | a.yaml:3, entry port.x | doubtful
            kind: port\\nentries:\\n  - {id: port.x, name: X, doubtful: {en: [x]}, needs: [{within: 2, sets: [sea]}]} | port.x | no set "sea"
            kind: port\\nentries:\\n  - {id: port.x, name: X, aliases: {en: [x]}}\\n  - {id: port.y, name: Y, aliases: {en: [x]}} | a.yaml:4, entry port.y | port.x too
            kind: port\\nentries:\\n  - {id: port.x, name: X, aliases: {en: [x]}}\\n  - {id: port.x, name: Y, aliases: {en: [y]}} | a.yaml:4, entry port.x | another entry
            kind: port\\nplaces: [] | a.yaml:2 | places
            kind: port\\nkind: port | a.yaml:2 | kind
            """)
    void saysInWhichLineAndEntryAFileIsWrong(String yaml, String where, String what) {
        assertThatThrownBy(() -> gazetteer(yaml.replace("\\n", "\n"))).isInstanceOf(GazetteerException.class)
                .hasMessageContaining(where).hasMessageContaining(what);
    }

    private List<Entity> entities(String title, String text) {
        return tagger.tag(Articles.article(title, text)).entities();
    }

    private static Gazetteer gazetteer(String... yaml) {
        return Gazetteer.of(IntStream.range(0, yaml.length)
                .mapToObj(i -> new RuleFile((char) ('a' + i) + ".yaml", yaml[i])).toList());
    }
}
