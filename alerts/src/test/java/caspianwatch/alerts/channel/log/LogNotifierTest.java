package caspianwatch.alerts.channel.log;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.alerts.channel.Notifier;
import caspianwatch.alerts.channel.NotifierContract;
import caspianwatch.alerts.channel.SampleNotification;
import caspianwatch.contract.Channel;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogNotifierTest implements NotifierContract<Channel.Log> {
    private final Logger logger = (Logger) LoggerFactory.getLogger("caspianwatch.alert");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void writesOneLineAtInfo() {
        notifier().send(SampleNotification.of("ntf_1"), accepting());

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
            assertThat(line.getFormattedMessage())
                    .isEqualTo("[Notable] Drill off Baku (Caspian drills): \"Drill\"");
        });
    }

    @Override
    public Notifier<Channel.Log> notifier() {
        return new LogNotifier();
    }

    @Override
    public Channel.Log accepting() {
        return new Channel.Log();
    }

    @Override
    public String received() {
        return lines.list.stream().map(line -> line.getFormattedMessage() + "\n").collect(Collectors.joining());
    }

    @Override
    public String secret() {
        return "whsec_";
    }
}
