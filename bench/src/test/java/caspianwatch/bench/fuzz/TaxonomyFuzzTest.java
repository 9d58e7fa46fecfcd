package caspianwatch.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.bench.matching.OurIndex;
import caspianwatch.matching.Tagger;
import caspianwatch.matching.Taxonomy;
import caspianwatch.matching.taxonomy.RuleFile;
import caspianwatch.matching.taxonomy.TaxonomyException;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class TaxonomyFuzzTest {

    @FuzzTest
    void everyFileIsReadOrRefusedByItsName(FuzzedDataProvider data) {
        String yaml = data.consumeRemainingAsString();
        Taxonomy taxonomy;
        try {
            taxonomy = Taxonomy.of(List.of(new RuleFile("some.yaml", yaml)));
        } catch (TaxonomyException e) {
            assertThat(e).hasMessageContaining("some.yaml");
            return;
        }
        var article = OurIndex.tagged(yaml, yaml).article();
        for (var tag : Tagger.of(taxonomy).tag(article).tags()) {
            assertThat(tag.evidence()).isNotEmpty();
        }
    }
}
