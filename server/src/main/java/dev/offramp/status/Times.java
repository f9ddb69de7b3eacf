package dev.offramp.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Moments and lengths of time, as people read them.
final class Times {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter FEED = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private Times() {}

    static String of(Instant at) {
        return TIME.format(at);
    }

    static String of(LocalDate day) {
        return DAY.format(day);
    }

    /// As RSS wants it (RFC 822, with the year in four digits).
    static String inFeed(Instant at) {
        return FEED.format(at);
    }

    /// In whole minutes, or seconds where there are none.
    static String words(int seconds) {
        Duration time = Duration.ofSeconds(seconds);
        if (time.toMinutes() == 0) {
            return seconds + " s";
        }
        return time.toHours() == 0 ? time.toMinutes() + " min" : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
