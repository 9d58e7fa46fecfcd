package caspianwatch.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Channel;
import org.junit.jupiter.api.Test;

/** What every channel promises. */
public interface NotifierContract<C extends Channel> {
    /** The notifier under test. */
    Notifier<C> notifier();

    /** A channel whose other side accepts what it gets. */
    C accepting();

    /** Everything that the other side got so far, without what names the attempt. */
    String received();

    /** What must never be seen outside the channel. */
    String secret();

    @Test
    default void deliversWhatTheOtherSideAccepts() {
        assertThat(notifier().send(SampleNotification.of("ntf_1"), accepting())).isInstanceOf(Attempt.Delivered.class);
        assertThat(received()).contains("Drill off Baku");
    }

    @Test
    default void saysTheSameWhenTheSameNotificationComesAgain() {
        notifier().send(SampleNotification.of("ntf_1"), accepting());
        String once = received();

        notifier().send(SampleNotification.of("ntf_1"), accepting());

        assertThat(received()).isEqualTo(once + once);
    }

    @Test
    default void showsNoSecretInResultsOrLanes() {
        Attempt attempt = notifier().send(SampleNotification.of("ntf_1"), accepting());

        assertThat(attempt + notifier().lane("ntf_1", accepting()) + accepting()).doesNotContain(secret());
    }
}
