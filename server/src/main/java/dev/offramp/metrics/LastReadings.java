package dev.offramp.metrics;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import dev.offramp.health.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

/// Asks the database now and then and remembers for a moment what it said. What it does not say in time is absent: an
/// old number looks as if all were well.
final class LastReadings {

    /// How long nothing is asked again, whatever came of it.
    private static final Duration FRESH = Duration.ofSeconds(5);

    /// How long a reading is shown: once more while the next one is late.
    private static final Duration KEPT = Duration.ofSeconds(10);

    /// How long a scrape waits; it is to end within two seconds.
    static final Duration LIMIT = Duration.ofMillis(1_500);

    /// After so long a statement helps nobody any more.
    private static final Duration STATEMENT = Duration.ofSeconds(3);

    private final Database db;
    private final InstantSource clock;
    private final BiFunction<Transaction, Instant, Readings> questions;
    private final Patience patience;
    private volatile Instant askedAt = Instant.EPOCH;
    private volatile Optional<Readings> last = Optional.empty();

    /// @param limit how long a scrape waits, [#LIMIT] outside of tests
    LastReadings(
            Database db, InstantSource clock, BiFunction<Transaction, Instant, Readings> questions, Duration limit) {
        this.db = db;
        this.clock = clock;
        this.questions = questions;
        this.patience = new Patience(limit);
    }

    /// The latest; empty while the database does not answer. Never later than in two seconds, and never in trouble.
    Optional<Readings> latest() {
        Instant now = clock.instant();
        if (askedAt.plus(FRESH).isBefore(now)) {
            patience.look(now, () -> look(now));
        }
        return last.filter(readings -> readings.at().plus(KEPT).isAfter(now));
    }

    private void look(Instant now) {
        try {
            last = Optional.of(db.view(tx -> {
                tx.giveUpAfter(STATEMENT);
                return questions.apply(tx, now);
            }));
        } catch (Trouble trouble) {
            last = Optional.empty();
        }
        askedAt = now;
    }
}
