package caspianwatch.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinksTest {
    @ParameterizedTest
    @CsvSource({"https://Harbour.example:443/a?id=1&utm_source=rss&UTM_Medium=x#top, https://harbour.example/a?id=1",
            "http://harbour.example:80, http://harbour.example/",
            "http://harbour.example:8080/a?fbclid=1, http://harbour.example:8080/a",
            "https://harbour.example/a?gclid=1&b=%20c, https://harbour.example/a?b=%20c",
            "https://harbour.example/fleet and ships, https://harbour.example/fleet%20and%20ships"})
    void aPageHasOneName(String link, URI canonical) {
        assertThat(Links.canonical(Objects.requireNonNull(Links.web(link)))).isEqualTo(canonical);
    }

    @Test
    void onlyAddressesOfTheWebAreLinks() {
        assertThat(Links.web("javascript:alert(1)")).isNull();
        assertThat(Links.web("data:text/html,x")).isNull();
        assertThat(Links.web("/relative")).isNull();
        assertThat(Links.web("https://harbour.example/флот"))
                .isEqualTo(URI.create("https://harbour.example/%D1%84%D0%BB%D0%BE%D1%82"));
    }
}
