package caspianwatch.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.util.FileSize;
import caspianwatch.runtime.Setting;
import caspianwatch.runtime.Settings;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/** Where the log goes; each command says so first. */
final class Logging {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{24} %msg%n";

    private Logging() {}

    /** The format that CASPIAN_LOG_FORMAT names; a wrong one is a problem of the settings. */
    static boolean asJson(Settings settings) {
        String format = settings.required(Setting.CASPIAN_LOG_FORMAT);
        if (!format.equals("text") && !format.equals("json")) {
            settings.problem(Setting.CASPIAN_LOG_FORMAT, format + " is neither text nor json");
        }
        return format.equals("json");
    }

    /** A file for all, stderr for what needs a look: for commands with a person at the terminal. */
    static void toFile(Path folder) {
        var context = cleared();
        attach(context, rolling(context, folder.resolve("caspianwatch.log")));
        attach(context, console(context, "System.err", text(context), Logging::concernsAPerson));
    }

    /** Everything to stdout: for a service under a supervisor. */
    static void toStdout(boolean json) {
        var context = cleared();
        attach(context, console(context, "System.out", json ? json(context) : text(context), _ -> true));
    }

    /** What needs a look to stderr: for commands whose stdout is their result. */
    static void toStderr() {
        var context = cleared();
        attach(context, console(context, "System.err", text(context), Logging::concernsAPerson));
    }

    /** Our own warnings. Libraries also warn, and even err, where nothing is to be done: Streams rebuilds its state after a kill. */
    private static boolean concernsAPerson(ILoggingEvent event) {
        return event.getLevel().isGreaterOrEqual(Level.WARN) && event.getLoggerName().startsWith("caspianwatch");
    }

    private static LoggerContext cleared() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger("caspianwatch").setLevel(Level.INFO);
        // Advice for a later major version, at each start of each topology.
        context.getLogger("org.apache.kafka.streams.StreamsConfig").setLevel(Level.ERROR);
        return context;
    }

    private static void attach(LoggerContext context, Appender<ILoggingEvent> appender) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    private static Appender<ILoggingEvent> console(LoggerContext context, String target, Encoder<ILoggingEvent> encoder,
            Predicate<ILoggingEvent> shown) {
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setTarget(target);
        console.addFilter(new Filter<ILoggingEvent>() {
            @Override
            public FilterReply decide(ILoggingEvent event) {
                return shown.test(event) ? FilterReply.NEUTRAL : FilterReply.DENY;
            }
        });
        return started(context, console, encoder);
    }

    /** At most 40 MiB: the current file and three before it. */
    private static Appender<ILoggingEvent> rolling(LoggerContext context, Path file) {
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setFile(file.toString());
        var window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(appender);
        window.setFileNamePattern(file + ".%i");
        window.setMaxIndex(3);
        window.start();
        appender.setRollingPolicy(window);
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("10MB"));
        size.start();
        appender.setTriggeringPolicy(size);
        return started(context, appender, text(context));
    }

    private static Appender<ILoggingEvent> started(LoggerContext context, OutputStreamAppender<ILoggingEvent> appender,
            Encoder<ILoggingEvent> encoder) {
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }

    private static Encoder<ILoggingEvent> text(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }
}
