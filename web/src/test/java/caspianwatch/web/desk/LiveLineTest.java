package caspianwatch.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.web.Samples;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LiveLineTest {
    private final LiveLine line = new LiveLine("run", false);

    @Test
    void whoDoesNotKeepUpIsSentAwayAndTheOthersNoticeNothing() throws Exception {
        var slow = line.join("1", null).orElseThrow();
        arrive(LiveReader.WAITING);
        var quick = line.join("2", line.place()).orElseThrow();
        arrive(1);

        assertThat(slow.ended()).isTrue();
        assertThat(quick.ended()).isFalse();
        assertThat(quick.next(0)).isInstanceOf(LiveEvent.Arrived.class);
    }

    @Test
    void aGapThatIsTooLongIsToldAsOneReload() throws Exception {
        String place = line.place();
        arrive(LiveLine.KEPT + 1);

        assertThat(line.join("1", place).orElseThrow().next(0)).isInstanceOf(LiveEvent.Reload.class);
    }

    @Test
    void thePastThatIsReadBackIsNoNews() throws Exception {
        var silent = new LiveLine("run", true);
        var reader = silent.join("1", silent.place()).orElseThrow();
        silent.article(Samples.article("a", "Caspian", "", 1), null);
        silent.speak();
        silent.article(Samples.article("b", "Caspian", "", 1), null);

        assertThat(reader.next(0)).isInstanceOf(LiveEvent.Reload.class);
        assertThat(reader.next(0)).isInstanceOf(LiveEvent.Arrived.class);
        assertThat(reader.next(0)).isNull();
    }

    @Test
    void aThousandReadersAreTheMostAndOnePlaceIsFreedByEachThatGoes() {
        var readers = new ArrayList<LiveReader>();
        IntStream.range(0, LiveLine.READERS)
                .forEach(i -> readers.add(line.join("address " + i / 10, null).orElseThrow()));

        assertThat(line.join("another", null)).isEmpty();
        line.leave(readers.getFirst());
        assertThat(line.join("another", null)).isPresent();
    }

    @Test
    void anIpv6SubscriberIsOneAddress() {
        assertThat(Addresses.of("2001:db8:1:2:aaaa::1")).isEqualTo(Addresses.of("2001:db8:1:2:bbbb::2"))
                .isNotEqualTo(Addresses.of("2001:db8:1:3::1"));
        assertThat(Addresses.of("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    private void arrive(int many) {
        IntStream.range(0, many).forEach(i -> line.article(Samples.article("a" + i, "Caspian", "", 1), null));
    }
}
