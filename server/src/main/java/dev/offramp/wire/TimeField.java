package dev.offramp.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/// A field that holds a moment in ISO 8601: with its zone, or a date alone, which is its first moment in UTC.
public record TimeField(String name, boolean isRequired) implements Field<Instant> {

    /// What databases and calendars agree on.
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    @Override
    public Class<Instant> type() {
        return Instant.class;
    }

    @Override
    public Reading<Instant> read(Sent sent) {
        return switch (sent) {
            case Sent.Text(String value) -> parse(value);
            case Sent.Untyped(String value) -> parse(value);
            case Sent.Nothing _, Sent.Number _, Sent.Flag _, Sent.Composite _ -> wrong();
        };
    }

    /// A plus sign that was not encoded arrives as a blank.
    private Reading<Instant> parse(String value) {
        try {
            Instant time = value.length() == "2026-01-31".length()
                    ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
            return time.isBefore(FIRST) || time.isAfter(LAST) ? wrong() : new Reading.Good<>(time);
        } catch (DateTimeParseException e) {
            return wrong();
        }
    }

    private Reading<Instant> wrong() {
        return Reading.bad(name + " must be an ISO 8601 date or time");
    }
}
