package dev.offramp.dashboard.reports;

import dev.offramp.dashboard.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Days and months as they stand behind a question mark, and as people read them.
final class Months {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /// Nobody has booked anything before.
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2999;

    private Months() {}

    static String name(YearMonth month) {
        return NAME.format(month);
    }

    static Optional<YearMonth> month(Query query) {
        return query.text("month")
                .flatMap(text -> parsed(text, YearMonth::parse))
                .filter(month -> month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR);
    }

    static Optional<LocalDate> day(Query query, String name) {
        return query.text(name)
                .flatMap(text -> parsed(text, LocalDate::parse))
                .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
