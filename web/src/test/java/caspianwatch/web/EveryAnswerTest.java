package caspianwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers, refusals and measures that hold for every route. */
final class EveryAnswerTest {
    private final RunningWeb web = new RunningWeb();

    @AfterEach
    void stop() {
        web.close();
    }

    @ParameterizedTest
    @CsvSource({"/,200", "/wire,200", "/wire?q=(,200", "/keys,200", "/article/none,404", "/article/none/pane,404",
            "/assets/desk.css,200", "/assets/../web.class,404", "/assets/%2e%2e/x,404", "/topics/all.atom,200",
            "/topics/<q1>.atom,404", "/api/v1/articles,200", "/api/v1/none,404", "/api/v1/articles?limit=0,400",
            "/live?q=(,400", "/none,404", "/feeds,200", "/feeds?state=<q1>,200", "/feeds/none,404",
            "/api/v1/feeds/none,404",
            "/api/v1/feeds.opml,200"})
    void carriesTheSecurityHeadersAndNoVersion(String path, int status) throws Exception {
        var answer = raw("GET " + path.replace("<", "%3C").replace(">", "%3E") + " HTTP/1.1\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ")
                .contains("Content-Security-Policy: default-src 'none'")
                .contains("X-Content-Type-Options: nosniff").contains("Referrer-Policy: no-referrer")
                .contains("frame-ancestors 'none'").doesNotContainIgnoringCase("jetty")
                .doesNotContainIgnoringCase("javalin").doesNotContain("<q1>");
    }

    @Test
    void aHeaderThatIsTooLongIsRefusedUnderTheSameHeaders() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nX-Long: " + "a".repeat(9_000) + "\r\n")).startsWith("HTTP/1.1 431 ")
                .contains("Content-Security-Policy: default-src 'none'").doesNotContainIgnoringCase("jetty");
    }

    @Test
    void aBodyThatIsTooLongIsRefused() throws Exception {
        var answer = web.send(HttpRequest.newBuilder(web.at("/api/v1/subscriptions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + "a".repeat(1_100_000) + "\"}")));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).startsWith("{\"error\":");
    }

    @Test
    void whatDoesNotExistForAMethodIs405() throws Exception {
        var answer = web
                .send(HttpRequest.newBuilder(web.at("/api/v1/articles")).PUT(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).startsWith("{\"error\":");
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site", "Origin,https://evil.example",
            "Origin,null"})
    void aChangeThatAnotherSiteAsksForIsRefused(String header, String value) throws Exception {
        web.views.subscription("s1", Samples.subscription("s1", 5));

        var answer = web
                .send(HttpRequest.newBuilder(web.at("/api/v1/subscriptions/s1")).header(header, value).DELETE());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(web.views.subscriptions.get("s1")).isPresent();
    }

    @Test
    void aChangeUnderAForeignHostNameIsRefusedOnLoopback() throws Exception {
        web.views.subscription("s1", Samples.subscription("s1", 5));

        assertThat(raw("DELETE /api/v1/subscriptions/s1 HTTP/1.1\r\n", "rebound.example")).startsWith("HTTP/1.1 403 ");
        assertThat(web.views.subscriptions.get("s1")).isPresent();
    }

    @Test
    void addressesMadeUpByOthersMakeNoNewSeries() throws Exception {
        web.get("/article/0");
        web.get("/none/0");
        long before = web.telemetry.registry().scrape().lines().count();

        for (int i = 1; i < 200; i++) {
            web.get("/article/" + i);
            web.get("/none/" + i + "?tag=" + i);
        }

        assertThat(web.telemetry.registry().scrape().lines().count()).isEqualTo(before);
        assertThat(web.telemetry.registry().scrape()).contains("cw_http_request_duration_seconds_count")
                .contains("route=\"/article/{id}\"").contains("cw_sse_connections 0");
    }

    @Test
    void anAssetThatTheReaderHasIsNotSentAgain() throws Exception {
        var first = web.get("/assets/desk.css");
        var again = web.get("/assets/desk.css", "If-None-Match", first.headers().firstValue("ETag").orElseThrow());

        assertThat(first.body()).contains("@font-face");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    private String raw(String head) throws Exception {
        return raw(head, "127.0.0.1:" + web.port());
    }

    private String raw(String head, String host) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), web.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write((head + "Host: " + host + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
