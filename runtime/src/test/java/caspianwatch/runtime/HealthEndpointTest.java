package caspianwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthEndpointTest {
    private final Telemetry telemetry = new Telemetry();
    private final HealthEndpoint endpoint = HealthEndpoint.start(telemetry, "127.0.0.1", 0);

    @AfterEach
    void close() {
        endpoint.close();
        telemetry.close();
    }

    @Test
    void isReadyWhenEveryPartIs() throws Exception {
        telemetry.check("ingest", () -> new Telemetry.Readiness(true, "running"));

        var answer = get("/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"ready\":true,\"checks\":{\"ingest\":{\"ready\":true,\"detail\":\"running\"}}}");
    }

    @Test
    void isLiveAndNotReadyWhileAPartIsNot() throws Exception {
        telemetry.check("ingest", () -> new Telemetry.Readiness(true, "running"));
        telemetry.check("alerts", () -> new Telemetry.Readiness(false, "restoring"));

        var answer = get("/health/ready");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"detail\":\"restoring\"");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotReadyWhileACheckItselfFails() throws Exception {
        telemetry.check("ingest", () -> {
            throw new IllegalStateException("cannot say");
        });

        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void aPartThatStoppedIsNoLongerAsked() throws Exception {
        telemetry.check("alerts", () -> new Telemetry.Readiness(false, "stopping")).close();

        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void metricsSayWhichBuildItIsAndHowTheProcessDoes() throws Exception {
        var answer = get("/metrics");

        assertThat(answer.headers().firstValue("content-type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body())
                .containsPattern("cw_build_info\\{java=\"25[^\"]*\",revision=\"[^$\"]+\",version=\"[0-9][^\"]*\"} 1")
                .contains("jvm_memory_used_bytes").contains("process_uptime_seconds").contains("process_cpu_usage");
    }

    @Test
    void refusesOtherPathsAndMethods() throws Exception {
        var post = HttpRequest.newBuilder(uri("/metrics")).POST(HttpRequest.BodyPublishers.noBody()).build();

        assertThat(get("/health/ready/more").statusCode()).isEqualTo(404);
        assertThat(get("/").statusCode()).isEqualTo(404);
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + endpoint.port() + path);
    }
}
