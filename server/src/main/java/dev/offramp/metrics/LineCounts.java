package dev.offramp.metrics;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts the lines that are written to the log, by level, from the start of the server on: an error before the first
/// scrape is one, too.
final class LineCounts extends UnsynchronizedAppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final List<Level> LEVELS = List.of(Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR);

    private final Map<Level, LongAdder> counts =
            LEVELS.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> new LongAdder()));
    private final ch.qos.logback.classic.Logger root;

    private LineCounts(LoggerContext log) {
        this.root = log.getLogger(Logger.ROOT_LOGGER_NAME);
        setContext(log);
    }

    /// Counts from now on until it is closed.
    static LineCounts begin() {
        LineCounts counts = new LineCounts((LoggerContext) LoggerFactory.getILoggerFactory());
        counts.start();
        counts.root.addAppender(counts);
        return counts;
    }

    @Override
    protected void append(ILoggingEvent event) {
        LongAdder count = counts.get(event.getLevel());
        if (count != null) {
            count.increment();
        }
    }

    Family family() {
        Family lines = Family.counter("offramp_log_lines", "Lines written to the log.", "level");
        LEVELS.forEach(
                level -> lines.add(counts.get(level).sum(), level.toString().toLowerCase(java.util.Locale.ROOT)));
        return lines;
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}
