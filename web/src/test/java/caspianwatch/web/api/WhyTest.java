package caspianwatch.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Json;
import caspianwatch.web.RunningWeb;
import caspianwatch.web.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhyTest {
    private final RunningWeb web = new RunningWeb();

    @BeforeEach
    void anArticle() {
        web.views.article("a", Samples.article("a", "Caspian ferry waits", "A storm closed the port", 5, "Caspian"));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aTagIsExplainedByItsPoints() throws Exception {
        var why = read("tag=naval-exercise");

        assertThat(why.path("tag").asText()).isEqualTo("naval-exercise");
        assertThat(why.path("given").asBoolean()).isFalse();
        assertThat(why.path("points").asDouble()).isLessThan(why.path("threshold").asDouble());
    }

    @Test
    void aQueryIsExplainedByTheClauseThatIsMissing() throws Exception {
        var why = read("query=" + URLEncoder.encode("tag:caspian ferry \"missile boat\"", StandardCharsets.UTF_8));

        assertThat(why.path("matches").asBoolean()).isFalse();
        assertThat(why.path("nearMiss").asBoolean()).isTrue();
        assertThat(why.at("/missing/0/clause").asText()).isEqualTo("\"missile boat\"");
        assertThat(why.path("held").findValuesAsText("text")).contains("Caspian", "ferry");
    }

    @ParameterizedTest
    @CsvSource({"b, tag=caspian, 404", "a, tag=nonsense, 400", "a, tag=caspian&query=ferry, 400", "a, x=1, 400",
            "a, query=ferry+AND, 400"})
    void whatCannotBeExplainedIsRefused(String id, String parameters, int status) throws Exception {
        assertThat(web.get("/api/v1/articles/" + id + "/why?" + parameters).statusCode()).isEqualTo(status);
    }

    private JsonNode read(String parameters) throws Exception {
        var answer = web.get("/api/v1/articles/a/why?" + parameters);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }
}
