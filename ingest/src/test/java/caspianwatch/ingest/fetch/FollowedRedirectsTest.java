package caspianwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.ingest.fetch.FetchResult.Blocked;
import caspianwatch.ingest.fetch.FetchResult.Failed;
import caspianwatch.ingest.fetch.FetchResult.Fetched;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where redirects may lead and what goes along; {@link RedirectsTest} has the chains that attack. */
final class FollowedRedirectsTest {
    private final Publisher publisher = new Publisher();

    @AfterEach
    void stop() {
        publisher.close();
    }

    @Test
    void followsARedirectToAnAllowedAddress() {
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", "/moved?x=1");
            Publisher.send(exchange, 301, new byte[0]);
        });
        publisher.answer("/moved", exchange -> Publisher.send(exchange, 200, Publisher.bytes(Publisher.RSS)));

        assertThat(publisher.fetch()).isInstanceOf(Fetched.class);
    }

    @Test
    void refusesARedirectIntoAPrivateNetwork() {
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location",
                    "http://127.0.0.2:" + publisher.port() + "/secret");
            Publisher.send(exchange, 302, new byte[0]);
        });
        publisher.answer("/secret", exchange -> Publisher.send(exchange, 200, Publisher.bytes(Publisher.RSS)));

        assertThat(publisher.fetch()).isInstanceOf(Blocked.class);
        assertThat(publisher.asked).hasSize(1);
    }

    @Test
    void theCanaryHearsNothingAtTheEndOfALongerChain() {
        var port = publisher.port();
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", "/second");
            Publisher.send(exchange, 301, new byte[0]);
        });
        publisher.answer("/second", exchange -> {
            exchange.getResponseHeaders().set("Location", "//127.0.0.3:" + port + "/secret");
            Publisher.send(exchange, 308, new byte[0]);
        });
        publisher.answer("/secret", exchange -> Publisher.send(exchange, 200, Publisher.bytes(Publisher.RSS)));

        assertThat(publisher.fetch()).isInstanceOf(Blocked.class);
        assertThat(publisher.asked).extracting(exchange -> exchange.getRequestURI().getPath()).containsExactly("/feed",
                "/second");
    }

    @Test
    void noCookieGoesBackAndNothingOfOursToAnotherHost() throws InterruptedException {
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "session=secret; Path=/");
            exchange.getResponseHeaders().set("Location", "http://localhost:" + publisher.port() + "/b");
            Publisher.send(exchange, 302, new byte[0]);
        });
        publisher.answer("/b", exchange -> Publisher.send(exchange, 200, Publisher.bytes(Publisher.RSS)));

        assertThat(publisher.fetch(new Validators("\"1\"", null))).isInstanceOf(Fetched.class);

        publisher.asked.take();
        assertThat(publisher.asked.take().getRequestHeaders().keySet()).containsExactlyInAnyOrder("Host", "User-agent",
                "Accept",
                "Accept-encoding", "If-none-match", "Connection");
    }

    @Test
    void aRedirectFromHttpsToHttpIsNotFollowed() {
        assertThat(HttpFetcher.downgrades(URI.create("https://a.example/"), URI.create("HTTP://a.example/"))).isTrue();
        assertThat(HttpFetcher.downgrades(URI.create("https://a.example/"), URI.create("https://b.example/")))
                .isFalse();
        assertThat(HttpFetcher.downgrades(URI.create("http://a.example/"), URI.create("http://b.example/"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "gopher://127.0.0.1/", "ftp://example.com/feed",
            "http://user:pw@example.com/", "http://2130706433/", "http://[::ffff:127.0.0.1]/", "http:///etc",
            "http://example.com:25/"})
    void refusesARedirectToWhatIsNoAddressOfTheWeb(String location) {
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            Publisher.send(exchange, 302, new byte[0]);
        });

        assertThat(publisher.fetch()).isInstanceOf(Blocked.class);
    }

    @Test
    void followsFiveRedirectsAndNoSixth() {
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", "/feed");
            Publisher.send(exchange, 307, new byte[0]);
        });

        assertThat(publisher.fetch()).isEqualTo(new Failed(0, "redirect", "more than 5 redirects"));
        assertThat(publisher.asked).hasSize(6);
    }
}
