package caspianwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.ingest.entries.Draft;
import caspianwatch.ingest.fetch.FetchResult.Failed;
import caspianwatch.ingest.fetch.FetchResult.Fetched;
import caspianwatch.ingest.fetch.FetchResult.Gone;
import caspianwatch.ingest.fetch.FetchResult.Malformed;
import caspianwatch.ingest.fetch.FetchResult.NotModified;
import caspianwatch.ingest.fetch.FetchResult.Refused;
import caspianwatch.ingest.fetch.FetchResult.RetryAfter;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import caspianwatch.ingest.parse.Pace;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fetcher asks and what it makes of an answer, against a real server on the loopback. */
final class HttpFetcherTest {
    private final Publisher publisher = new Publisher();

    @AfterEach
    void stop() {
        publisher.close();
    }

    @Test
    void readsADocumentAndSaysWhoItIs() throws InterruptedException {
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "W/\"a b\"");
            exchange.getResponseHeaders().set("Last-Modified", "Sat, 07 Mar 2026 05:00:00 GMT");
            Publisher.send(exchange, 200, Publisher.bytes(Publisher.RSS));
        });

        var fetched = (Fetched) publisher.fetch();

        assertThat(fetched.drafts()).extracting(Draft::title).containsExactly("Frigate sails");
        assertThat(fetched.validators()).isEqualTo(new Validators("W/\"a b\"", "Sat, 07 Mar 2026 05:00:00 GMT"));
        assertThat(fetched.bytes()).isEqualTo(Publisher.RSS.length());
        var headers = publisher.asked.take().getRequestHeaders();
        assertThat(headers.getFirst("User-Agent"))
                .matches("CaspianWatch/\\d+\\.\\d+\\.\\d+ \\(\\+https://operator\\.example/bot\\)");
        assertThat(headers.get("Accept-Encoding")).containsExactly("br, zstd, gzip");
        assertThat(headers.containsKey("If-None-Match")).isFalse();
        assertThat(headers.containsKey("traceparent")).isFalse();
    }

    @Test
    void asksWithTheValidatorsAsTheyWere() throws InterruptedException {
        publisher.answer("/feed", exchange -> Publisher.send(exchange, 304, new byte[0]));

        var result = publisher.fetch(new Validators("\"odd one", "yesterday"));

        assertThat(result).isEqualTo(new NotModified(Validators.NONE));
        var headers = publisher.asked.take().getRequestHeaders();
        assertThat(headers.getFirst("If-None-Match")).isEqualTo("\"odd one");
        assertThat(headers.getFirst("If-Modified-Since")).isEqualTo("yesterday");
    }

    @Test
    void keepsNoValidatorOfMoreThanAKibibyte() {
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"" + "x".repeat(2_000) + "\"");
            Publisher.send(exchange, 200, Publisher.bytes(Publisher.RSS));
        });

        assertThat(publisher.fetch()).isInstanceOfSatisfying(Fetched.class,
                fetched -> assertThat(fetched.validators()).isEqualTo(Validators.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"Cache-Control: public, max-age=600 | PT10M",
            "Cache-Control: max-age=600, no-cache | -", "Cache-Control: no-store | -", "Cache-Control: max-age=0 | -",
            "Expires: Sat, 07 Mar 2099 06:30:00 GMT | P", "Expires: 0 | -", "X-Nothing: 1 | -"})
    void readsHowLongTheAnswerStaysFresh(String header, @Nullable String meant) {
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set(header.substring(0, header.indexOf(':')),
                    header.substring(header.indexOf(':') + 2));
            Publisher.send(exchange, publisher.asked.size() == 1 ? 200 : 304,
                    publisher.asked.size() == 1 ? Publisher.bytes(Publisher.RSS) : new byte[0]);
        });

        Duration first = ((Fetched) publisher.fetch()).wishes().fresh();
        Duration second = ((NotModified) publisher.fetch()).fresh();

        assertThat(first == null ? null : first.toString()).satisfies(
                written -> assertThat(written == null ? "-" : written).startsWith(meant == null ? "-" : meant));
        assertThat(second == null).isEqualTo(first == null);
    }

    @Test
    void readsWhatTheDocumentSaysOfItsPace() {
        publisher.answer("/feed", exchange -> Publisher.send(exchange, 200, Publisher.bytes("""
                <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><ttl>45</ttl>
                <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>12</sy:updateFrequency>
                <skipHours><hour>0</hour><hour>24</hour><hour>99</hour></skipHours>
                <skipDays><day>Friday</day><day>Someday</day></skipDays></channel></rss>""")));

        assertThat(((Fetched) publisher.fetch()).wishes().pace())
                .isEqualTo(new Pace(Duration.ofHours(2), List.of(0), List.of(DayOfWeek.FRIDAY)));
    }

    @Test
    void honoursBothFormsOfRetryAfter() {
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Retry-After",
                    publisher.asked.size() == 1 ? "120" : "Sat, 07 Mar 2026 09:00:00 GMT");
            Publisher.send(exchange, publisher.asked.size() == 1 ? 429 : 503, new byte[0]);
        });

        assertThat(publisher.fetch()).isEqualTo(new RetryAfter(429, Publisher.NOW.plusSeconds(120)));
        assertThat(publisher.fetch()).isEqualTo(new RetryAfter(503, Instant.parse("2026-03-07T09:00:00Z")));
    }

    @Test
    void tellsRefusalGoneAndFailureApart() {
        publisher.answer("/feed", exchange -> Publisher.send(exchange,
                List.of(403, 410, 404).get(publisher.asked.size() - 1), new byte[0]));

        assertThat(publisher.fetch()).isEqualTo(new Refused(403, null));
        assertThat(publisher.fetch()).isEqualTo(new Gone());
        assertThat(publisher.fetch()).isEqualTo(new Failed(404, "http", "HTTP 404"));
    }

    @Test
    void aPageIsNoFeed() {
        publisher.answer("/feed",
                exchange -> Publisher.send(exchange, 200, Publisher.bytes("<html><title>Welcome</title></html>")));

        assertThat(publisher.fetch()).isInstanceOfSatisfying(Malformed.class, page -> {
            assertThat(page.bytes()).isEqualTo(35);
            assertThat(page.detail()).isEqualTo("an HTML page instead of a feed");
        });
    }

    @Test
    void aServerThatIsNotThereIsAResult() {
        publisher.leave();

        assertThat(publisher.fetch()).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.reason()).isEqualTo("connect"));
    }
}
