package dev.offramp.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Where the log goes: to standard error, one line an event, with the id of the request it belongs to. Standard
/// output is for answers alone.
///
/// Set up by code because reading a configuration file would be a tenth of the start.
public final class Logging extends ContextAwareBase implements Configurator {

    /// How an event is written.
    public enum Form {
        TEXT,
        JSON
    }

    /// What is worth a line. Secrets are at no level.
    public enum Threshold {
        DEBUG,
        INFO,
        WARN,
        ERROR;

        private Level level() {
            return Level.toLevel(name());
        }
    }

    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5p %X{requestId:--} %c{0}: %m%n";

    /// What the log library calls before the first line. Its own file for tests goes first, where there is one.
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (Logging.class.getResource("/logback-test.xml") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        set(context, Form.TEXT, Threshold.INFO);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /// Changes form and threshold, and takes in what libraries log by other ways.
    public static void set(Form form, Threshold threshold) {
        set((LoggerContext) LoggerFactory.getILoggerFactory(), form, threshold);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private static void set(LoggerContext context, Form form, Threshold threshold) {
        context.reset();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder(context, form));
        console.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(console);
        root.setLevel(Level.WARN);
        // A port that is taken is refused in one line of ours.
        context.getLogger("io.helidon.webserver.LoomServer").setLevel(Level.OFF);
        context.getLogger("dev.offramp").setLevel(threshold.level());
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, Form form) {
        Encoder<ILoggingEvent> encoder = switch (form) {
            case TEXT -> lines();
            case JSON -> objects();
        };
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static JsonEncoder objects() {
        JsonEncoder objects = new JsonEncoder();
        objects.setWithFormattedMessage(true);
        objects.setWithMessage(false);
        objects.setWithArguments(false);
        objects.setWithSequenceNumber(false);
        objects.setWithNanoseconds(false);
        objects.setWithContext(false);
        return objects;
    }

    private static PatternLayoutEncoder lines() {
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setPattern(LINE);
        return lines;
    }
}
