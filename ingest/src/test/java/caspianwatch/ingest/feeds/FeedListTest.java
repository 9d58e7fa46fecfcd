package caspianwatch.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import caspianwatch.contract.Feed;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FeedListTest {
    private static final String HEADER = "title\turl\tcountry\tlanguage\tkind\taffiliation\treliability\tinterval\tenabled\treason\n";

    @Test
    void readsEveryColumn() throws FeedListException {
        var feeds = FeedList.parse("# ours\n" + HEADER
                + "Harbour\thttps://harbour.example/rss\tAZ\taz\ttrade\tstate\tB\t15\tyes\t\n"
                + "Quick\thttp://127.0.0.1:81/rss\tKZ\t\twire\t\tF\t5s\tno\tjust for a test\n");

        var url = URI.create("https://harbour.example/rss");
        assertThat(feeds.getFirst())
                .isEqualTo(new Feed(Feed.idOf(url), url, "Harbour", "AZ", "az", Feed.Kind.TRADE, "state",
                        Feed.Reliability.B, Duration.ofMinutes(15), true, null));
        assertThat(feeds.getLast().interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(feeds.getLast().language()).isNull();
        assertThat(feeds.getLast().disabledReason()).isEqualTo("just for a test");
    }

    @Test
    void namesEveryMistakeWithItsLine() {
        String table = HEADER + "Harbour\tftp://harbour.example/rss\tAZ\taz\ttrade\t\tB\t15\tyes\t\n"
                + "Harbour\thttps://harbour.example/rss\tAZ\taz\tgossip\t\tB\t15\tyes\t\n" + "too\tfew\n"
                + "Harbour\thttps://harbour.example/rss\tAZ\taz\ttrade\t\tB\tsoon\tyes\t\n"
                + "Harbour\thttps://harbour.example/rss\tAZ\taz\ttrade\t\tB\t15\tno\t\n";

        assertThatThrownBy(() -> FeedList.parse(table)).isInstanceOf(FeedListException.class)
                .hasMessageContaining("line 2: ftp://harbour.example/rss is not an http or https address")
                .hasMessageContaining("line 3: kind must be one of [wire, official, trade, independent], not gossip")
                .hasMessageContaining("line 4: 2 columns instead of 10")
                .hasMessageContaining("line 5: the interval must be minutes")
                .hasMessageContaining("line 6: a disabled feed needs a reason");
    }

    @Test
    void refusesTheSameAddressTwice() {
        String row = "Harbour\thttps://harbour.example/rss\tAZ\taz\ttrade\t\tB\t15\tyes\t\n";

        assertThatThrownBy(() -> FeedList.parse(HEADER + row + row)).hasMessageContaining("line 3: the address")
                .hasMessageContaining("is there twice");
    }

    @Test
    void theListThatComesAlongCoversTheLittoralStates() {
        var feeds = FeedList.ours();

        assertThat(feeds).hasSizeGreaterThan(90);
        assertThat(feeds.stream().filter(Feed::enabled)).hasSizeGreaterThan(70);
        assertThat(feeds).extracting(Feed::country).contains("AZ", "IR", "KZ", "RU", "TM");
        assertThat(feeds).extracting(Feed::key).doesNotHaveDuplicates();
    }
}
