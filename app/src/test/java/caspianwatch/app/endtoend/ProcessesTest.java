package caspianwatch.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as processes of its own: started, killed, stopped. */
@Timeout(420)
final class ProcessesTest {
    private static final Duration STARTED = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration STOPPED = Duration.ofSeconds(10);
    private static final String READY = "Desk +(http://[^/]+)/";

    @TempDir
    Path folder;

    @Test
    void theDemoGoesOnAfterAKillAndStopsAsAsked() throws Exception {
        List<String> alerts;
        List<String> articles;
        try (var demo = demo()) {
            var desk = new Desk(demo.says(READY, STARTED));
            Until.holds("an alert that the newswire brought after the start", SOON,
                    () -> desk.all("articles").size() > 43 && !desk.all("alerts").isEmpty());
            alerts = desk.all("alerts", "/id");
            articles = desk.all("articles", "/article/id");
            demo.kill();
        }

        try (var demo = demo()) {
            var desk = new Desk(demo.says(READY, STARTED));
            Until.holds("more alerts than before", SOON, () -> desk.all("alerts").size() > alerts.size());

            assertThat(desk.all("articles", "/article/id")).containsAll(articles);
            assertThat(desk.all("alerts", "/id")).containsAll(alerts).doesNotHaveDuplicates();
            var ids = new HashSet<String>();
            for (var delivery : desk.all("deliveries")) {
                ids.add(delivery.path("alertIds") + " " + delivery.path("notificationId").asText());
            }
            assertThat(ids.stream().map(pair -> pair.substring(0, pair.indexOf(' ')))).as("one notification an alert")
                    .doesNotHaveDuplicates();
            assertThat(demo.stop(STOPPED)).isZero();
            assertThat(demo.complaints()).isEmpty();
        }
    }

    @Test
    void sixProcessesGiveTheSameResultAsOne() throws Exception {
        var started = new ArrayList<Program>();
        try {
            var broker = start(started, Map.of(), "broker", "--data", folder.resolve("broker").toString());
            String servers = broker.says("KAFKA_BOOTSTRAP_SERVERS=(\\S+)", STARTED);
            var newswire = start(started, Map.of(), "newswire", "--data", folder.resolve("newswire").toString(),
                    "--feeds-file", folder.resolve("feeds.tsv").toString());
            newswire.says("(http://\\S+)", STARTED);
            start(started, service(servers, "ingest"), "ingest");
            start(started, service(servers, "processor"), "processor");
            var alerts = start(started, service(servers, "alerts"), "alerts");
            int port = freePort();
            var environment = new HashMap<>(service(servers, "web"));
            environment.put("CASPIAN_PORT", Integer.toString(port));
            var web = start(started, environment, "web");
            web.says("(web starts)", STARTED);

            var desk = new Desk("http://127.0.0.1:" + port);
            Until.holds("every report of the backlog and an alert on the desk", STARTED, () -> {
                try {
                    return desk.all("articles").size() > 41 && !desk.all("alerts").isEmpty()
                            && !desk.all("deliveries").isEmpty();
                } catch (ConnectException _) {
                    return false;
                }
            });
            assertThat(alerts.stop(STOPPED)).isZero();
            for (var program : started.reversed()) {
                assertThat(program.stop(STOPPED)).isZero();
            }
        } finally {
            started.forEach(Program::close);
        }
    }

    @Test
    void saysInOneLineThatTheFolderIsInUse() throws Exception {
        String data = folder.resolve("shared").toString();
        try (var first = Program.start(folder, Map.of(), "broker", "--data", data)) {
            first.says("KAFKA_BOOTSTRAP_SERVERS=(\\S+)", STARTED);

            try (var second = Program.start(folder, Map.of(), "broker", "--data", data)) {
                assertThat(second.exit(SOON)).isEqualTo(1);
                assertThat(second.complaints()).hasLineCount(1).contains("in use by another process", "--data");
            }
        }
    }

    @Test
    void saysInOneLineThatNoBrokerAnswers() throws Exception {
        try (var processor = Program.start(folder, service("127.0.0.1:" + freePort(), "processor"), "processor")) {
            assertThat(processor.exit(SOON)).isEqualTo(1);
            assertThat(processor.complaints()).hasLineCount(1).contains("no Kafka broker answers",
                    "KAFKA_BOOTSTRAP_SERVERS");
        }
    }

    private Program demo() throws Exception {
        return Program.start(folder, Map.of("CASPIAN_HEALTH_PORT", "0"), "demo", "--port", "0", "--data",
                folder.resolve("demo").toString());
    }

    private Program start(List<Program> started, Map<String, String> environment, String... arguments)
            throws Exception {
        var program = Program.start(folder, environment, arguments);
        started.add(program);
        return program;
    }

    private Map<String, String> service(String servers, String name) {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", servers, "CASPIAN_HEALTH_PORT", "0", "CASPIAN_DATA",
                folder.resolve(name).toString(), "CASPIAN_FEEDS_FILE", folder.resolve("feeds.tsv").toString(),
                "CASPIAN_FEEDS_ALLOW_NETWORKS", "127.0.0.0/8", "CASPIAN_WEBHOOKS_ALLOW_NETWORKS", "127.0.0.0/8");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
