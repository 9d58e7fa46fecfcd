package caspianwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The live line over real connections. */
final class LiveTest {
    private final RunningWeb web = new RunningWeb();
    private final List<Reader> readers = new ArrayList<>();

    @AfterEach
    void stop() {
        readers.forEach(Reader::close);
        web.close();
    }

    @Test
    void anArticleComesAsAReadyRowAndItsAlertChangesIt() throws Exception {
        var reader = read("/live");
        reader.next("pulse");
        var article = Samples.article("a", "Drill <b>in</b> the Caspian", "", 1, "Caspian");
        web.views.article("a", article);
        web.views.alert(Samples.alert(article));

        assertThat(reader.next("article")).contains("\"id\":\"a\"").contains("<mark title=").contains("&lt;b>in");
        assertThat(reader.next("change")).contains("Alert: Caspian, all");
    }

    @Test
    void whoComesBackMissesNothingAndHearsNothingTwice() throws Exception {
        var first = read("/live");
        first.next("pulse");
        put("a");
        first.next("article");
        String seen = first.lastId;
        first.close();
        put("b");
        put("c");

        var again = read("/live", "Last-Event-ID", seen);
        put("d");

        assertThat(List.of(id(again.next("article")), id(again.next("article")), id(again.next("article"))))
                .containsExactly("b", "c", "d");
    }

    @Test
    void aPageGoesOnFromWhereItWasMade() throws Exception {
        String page = web.get("/").body();
        String place = page.replaceFirst("(?s).*data-live=\"([^\"]+)\".*", "$1");
        put("a");

        assertThat(id(read("/live?after=" + place).next("article"))).isEqualTo("a");
    }

    @Test
    void whoKnewAnotherRunIsToldToReload() throws Exception {
        assertThat(read("/live?after=other-3").next("reload")).isEqualTo("{}");
    }

    @Test
    void aFilterHearsOnlyWhatItTakes() throws Exception {
        var reader = read("/live?q=tag:caspian");
        reader.next("pulse");
        web.views.article("x", Samples.article("x", "Weather", "", 1));
        put("a");

        assertThat(id(reader.next("article"))).isEqualTo("a");
    }

    @Test
    void anEleventhConnectionOfAnAddressIsRefusedUntilOneGoes() throws Exception {
        for (int i = 0; i < 10; i++) {
            read("/live").next("pulse");
        }

        assertThat(web.get("/live").statusCode()).isEqualTo(429);
        assertThat(web.telemetry.registry().scrape()).contains("cw_sse_connections 10");
    }

    private void put(String id) {
        web.views.article(id, Samples.article(id, "Caspian", "", 1, "Caspian"));
    }

    private static String id(String data) {
        return data.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    private Reader read(String path, String... headers) throws IOException {
        var connection = (HttpURLConnection) web.at(path).toURL().openConnection();
        connection.setReadTimeout(20_000);
        for (int i = 0; i < headers.length; i += 2) {
            connection.setRequestProperty(headers[i], headers[i + 1]);
        }
        var reader = new Reader(connection);
        readers.add(reader);
        return reader;
    }

    /** Reads frames as a browser does. */
    private static final class Reader {
        private final HttpURLConnection connection;
        private final BufferedReader in;
        private String lastId = "";

        Reader(HttpURLConnection connection) throws IOException {
            this.connection = connection;
            in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            assertThat(connection.getContentType()).isEqualTo("text/event-stream;charset=utf-8");
        }

        /** The data of the next event of this name; others are passed over. */
        String next(String name) throws IOException {
            while (true) {
                Map<String, String> frame = frame();
                lastId = frame.getOrDefault("id", lastId);
                if (name.equals(frame.get("event"))) {
                    return frame.getOrDefault("data", "");
                }
            }
        }

        private Map<String, String> frame() throws IOException {
            var frame = new HashMap<String, String>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                int colon = line.indexOf(": ");
                frame.put(line.substring(0, colon), line.substring(colon + 2));
            }
            assertThat(frame).as("the line has ended").isNotEmpty();
            return frame;
        }

        void close() {
            connection.disconnect();
        }
    }
}
