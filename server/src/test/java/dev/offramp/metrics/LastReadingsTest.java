package dev.offramp.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ManualClock;
import dev.offramp.db.TestDatabase;
import dev.offramp.db.Transaction;
import dev.offramp.facts.FactLag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How long is waited for the database, and how long its word counts.
class LastReadingsTest {

    private final TestDatabase test = TestDatabase.create();
    private final ManualClock clock = new ManualClock();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() {
        test.close();
    }

    private LastReadings readings(CountDownLatch mayAnswer, Duration limit) {
        return new LastReadings(test.database(), clock, (tx, now) -> read(tx, now, mayAnswer), limit);
    }

    private Readings read(Transaction tx, Instant now, CountDownLatch mayAnswer) {
        assertThat(shown(tx, "transaction_read_only")).isEqualTo("on");
        assertThat(shown(tx, "statement_timeout")).isEqualTo("3s");
        asked.incrementAndGet();
        try {
            mayAnswer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Readings(
                now,
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Optional.empty(),
                0,
                List.of(),
                new FactLag(0, Map.of()),
                0,
                0,
                Optional.empty(),
                0);
    }

    private static String shown(Transaction tx, String setting) {
        return tx.sql().createQuery("SHOW " + setting).mapTo(String.class).one();
    }

    @Test
    void areAskedForAgainAfterFiveSeconds() {
        LastReadings readings = readings(new CountDownLatch(0), Duration.ofMinutes(1));
        Instant first = clock.instant();

        assertThat(readings.latest()).map(Readings::at).contains(first);
        clock.advance(Duration.ofSeconds(5));
        assertThat(readings.latest()).map(Readings::at).contains(first);
        clock.advance(Duration.ofMillis(1));
        assertThat(readings.latest()).map(Readings::at).contains(clock.instant());
        assertThat(asked).hasValue(2);
    }

    @Test
    void areWaitedForNoLongerThanAScrapeMay() {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        LastReadings readings = readings(mayAnswer, Duration.ofMillis(20));

        assertThat(readings.latest()).isEmpty();
        assertThat(readings.latest()).isEmpty();
        mayAnswer.countDown();
        assertThat(asked).as("one look at a time is under way").hasValueLessThanOrEqualTo(1);
    }
}
