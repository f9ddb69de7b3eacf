package dev.offramp.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is to be booked for the time since the last turn. Pure.
///
/// @param component its code
/// @param day by UTC
record Seconds(String component, LocalDate day, State state, int count) {

    /// Of a longer time in which nobody measured nothing is known.
    static final Duration GAP_MAX = Duration.ofSeconds(30);

    /// How components stood until now: as they were found at the last turn, unless nobody came by for too long; and
    /// down from the moment at which the database was found to be away.
    ///
    /// @param from the last turn, to the second, and so is `to`
    /// @param before what was found then
    static List<Seconds> since(Instant from, Instant to, List<Standing> before, Optional<Instant> awayFrom) {
        Instant down = awayFrom.filter(at -> at.isBefore(to))
                .map(at -> at.isBefore(from) ? from : at)
                .orElse(to);
        boolean isKnown = Duration.between(from, down).compareTo(GAP_MAX) <= 0;
        List<Seconds> all = new ArrayList<>();
        for (Standing standing : before) {
            if (standing.measuredAt().equals(from)) {
                if (isKnown) {
                    book(all, standing, standing.state(), from, down);
                }
                book(all, standing, State.DOWN, down, to);
            }
        }
        return all;
    }

    private static void book(List<Seconds> all, Standing standing, State state, Instant from, Instant to) {
        Instant start = from;
        while (start.isBefore(to)) {
            LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
            Instant midnight = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant end = midnight.isBefore(to) ? midnight : to;
            int count = Math.toIntExact(Duration.between(start, end).toSeconds());
            all.add(new Seconds(standing.component().code(), day, state, count));
            start = end;
        }
    }
}
