package dev.offramp.health;

import dev.offramp.bulletins.Bulletins;
import dev.offramp.bulletins.StatusIncident;
import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The report, as everybody may ask for it as often as they like: it is read now and then, remembered, and given from
/// memory while the database is away.
public final class Board {

    /// How many days are shown, today's included.
    public static final int DAYS = 90;

    private static final int INCIDENTS = 30;
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration AWAY_FRESH = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofMillis(1_500);

    private final Database db;
    private final InstantSource clock;
    private final Bulletins bulletins;
    private final Patience patience = new Patience(LIMIT);
    private final StandingStore standings = new StandingStore();
    private final DayStore days = new DayStore();
    private volatile Remembered remembered = new Remembered(Report.EMPTY, Instant.MIN, Optional.empty());

    /// @param askedAt when the database was last asked, in vain or not
    /// @param awaySince since when it was in vain
    private record Remembered(Report report, Instant askedAt, Optional<Instant> awaySince) {

        boolean isFresh(Instant now) {
            Duration fresh = awaySince.isPresent() ? AWAY_FRESH : FRESH;
            return !askedAt.plus(askedAt.equals(Instant.MIN) ? Duration.ZERO : fresh)
                    .isBefore(now);
        }

        Report shown() {
            return awaySince.map(report::away).orElse(report);
        }
    }

    Board(Database db, InstantSource clock, Bulletins bulletins) {
        this.db = db;
        this.clock = clock;
        this.bulletins = bulletins;
    }

    /// Never later than in a second or two, and never in trouble.
    public Report report() {
        Instant now = clock.instant();
        if (!remembered.isFresh(now)) {
            patience.look(now, () -> look(now));
        }
        Remembered shown = remembered;
        return shown.awaySince().isEmpty() && patience.isOverdue(now)
                ? shown.report().away(now)
                : shown.shown();
    }

    private void look(Instant now) {
        try {
            remembered = new Remembered(db.view(tx -> read(tx, now)), now, Optional.empty());
        } catch (Trouble trouble) {
            Optional<Instant> since = remembered.awaySince().or(() -> Optional.of(now));
            remembered = new Remembered(remembered.report(), now, since);
        }
    }

    private Report read(Transaction tx, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Map<String, List<Day>> measured = days.since(tx, today.minusDays(DAYS - 1L));
        List<Report.Line> lines = standings.all(tx).stream()
                .map(its -> new Report.Line(
                        its, filled(measured.getOrDefault(its.component().code(), List.of()), today)))
                .toList();
        return new Report(standings.turn(tx).last(), Optional.empty(), lines, incidents(tx));
    }

    private static List<Day> filled(List<Day> measured, LocalDate today) {
        Map<LocalDate, Day> byDay = measured.stream().collect(Collectors.toMap(Day::day, Function.identity()));
        return today.minusDays(DAYS - 1L)
                .datesUntil(today.plusDays(1))
                .map(day -> byDay.getOrDefault(day, Day.unmeasured(day)))
                .toList();
    }

    /// One that is open is shown however old it is.
    private List<StatusIncident> incidents(Transaction tx) {
        List<StatusIncident> shown = new ArrayList<>(bulletins.last(tx, INCIDENTS));
        bulletins.open(tx).stream().filter(its -> !shown.contains(its)).forEach(shown::add);
        return shown;
    }
}
