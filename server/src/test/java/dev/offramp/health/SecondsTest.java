package dev.offramp.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is booked for the time between two turns.
class SecondsTest {

    private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private static Standing found(State state, Instant at) {
        return new Standing(Component.API, state, "words", at, at);
    }

    private static List<Seconds> since(Instant from, Instant to, State state, Optional<Instant> away) {
        return Seconds.since(from, to, List.of(found(state, from)), away);
    }

    private static Seconds booked(LocalDate day, State state, int count) {
        return new Seconds("api", day, state, count);
    }

    @Test
    void areOfTheStateThatWasFoundAtTheLastTurn() {
        assertThat(since(TEN, TEN.plusSeconds(10), State.DEGRADED, Optional.empty()))
                .containsExactly(booked(DAY, State.DEGRADED, 10));
    }

    @Test
    void areNotKnownWhereNobodyMeasuredForLong() {
        assertThat(since(TEN, TEN.plusSeconds(30), State.OPERATIONAL, Optional.empty()))
                .hasSize(1);
        assertThat(since(TEN, TEN.plusSeconds(31), State.OPERATIONAL, Optional.empty()))
                .isEmpty();
    }

    @Test
    void areDownWhileTheDatabaseWasAwayHoweverLong() {
        assertThat(since(TEN, TEN.plusSeconds(3600), State.OPERATIONAL, Optional.of(TEN.plusSeconds(8))))
                .containsExactly(booked(DAY, State.OPERATIONAL, 8), booked(DAY, State.DOWN, 3592));
    }

    @Test
    void areNeverBookedTwice() {
        assertThat(since(TEN, TEN.plusSeconds(5), State.OPERATIONAL, Optional.of(TEN.minusSeconds(100))))
                .containsExactly(booked(DAY, State.DOWN, 5));
    }

    @Test
    void belongToTheDayTheyAreOf() {
        Instant late = Instant.parse("2026-11-24T23:59:57Z");

        assertThat(since(late, late.plusSeconds(10), State.OPERATIONAL, Optional.empty()))
                .containsExactly(booked(DAY, State.OPERATIONAL, 3), booked(DAY.plusDays(1), State.OPERATIONAL, 7));
    }

    @Test
    void areNotBookedOfWhatWasNotMeasuredAtTheLastTurn() {
        assertThat(Seconds.since(
                        TEN, TEN.plusSeconds(10), List.of(found(State.DOWN, TEN.minusSeconds(10))), Optional.empty()))
                .isEmpty();
    }
}
