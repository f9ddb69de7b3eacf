package dev.offramp.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.offramp.db.CommitPoints;
import dev.offramp.jobs.JobState;
import dev.offramp.jobs.LastTrouble;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.UnreliableRail.Fault;
import dev.offramp.tenancy.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What an operator can ask about rails. Account numbers that end in `0001` are rejected, `0002` reversed, `0003` stay.
class RailStatesTest {

    private UnreliableRail rail;
    private final PayoutFixture world = new PayoutFixture(CommitPoints.NONE, behind -> {
        rail = new UnreliableRail(behind);
        return rail;
    });

    RailStatesTest() {
        world.credit(world.tenant, Fiat.NGN, "100000.00");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void countPayoutsInEachState() {
        Instant first = world.clock.instant();
        place("0123450003");
        place("0123450003");
        place(PayoutFixture.PAYS);
        place("0123450001");
        place("0123450002");
        world.run(Duration.ofSeconds(10));
        Instant later = world.clock.instant();
        place(PayoutFixture.PAYS);

        assertThat(naira().open()).isEqualTo(new RailState.Open(1, 0, 0, 2, Optional.of(first)));
        assertThat(naira().ended()).isEqualTo(new RailState.Ended(1, 1, 1));
        assertThat(state(later).ended()).isEqualTo(RailState.Ended.NONE);
        assertThat(naira().open().all()).isEqualTo(3);
    }

    @Test
    void countWhatMayOrMayNotHaveReachedTheRail() {
        rail.next(Fault.LOST_REQUEST);
        place(PayoutFixture.PAYS);
        world.payouts.steps().getFirst().runOnce();

        assertThat(naira().open()).isEqualTo(new RailState.Open(0, 0, 1, 0, Optional.of(world.clock.instant())));
    }

    @Test
    void tellOfTroubleUntilTheNextAnswer() {
        rail.next(Fault.LOST_REQUEST, Fault.LOST_REQUEST);
        place(PayoutFixture.PAYS);
        world.payouts.steps().getFirst().runOnce();

        assertThat(naira().isInTrouble()).isTrue();
        assertThat(naira().answeredAt()).isEmpty();
        assertThat(naira().trouble()).contains(new LastTrouble("the line is dead", world.clock.instant()));

        world.clock.advance(Duration.ofSeconds(1));
        world.payouts.steps().getLast().runOnce();
        assertThat(naira().trouble()).contains(new LastTrouble("the line is dead", world.clock.instant()));
        assertThat(troubledJobs())
                .singleElement()
                .satisfies(job ->
                        assertThat(job.trouble()).contains(new LastTrouble("the line is dead", world.clock.instant())));

        world.run(Duration.ofSeconds(5));

        assertThat(naira().isInTrouble()).isFalse();
        assertThat(naira().answeredAt()).isPresent();
        assertThat(naira().trouble()).isPresent();
        assertThat(troubledJobs()).isEmpty();
    }

    @Test
    void areThereForEveryCurrencyServedOrNot() {
        List<RailState> all = world.db.transact(tx -> world.payouts.rails(tx, world.clock.instant()));

        assertThat(all)
                .extracting(RailState::environment, RailState::currency, RailState::isServed)
                .containsExactly(
                        tuple(Environment.PRODUCTION, Fiat.NGN, false),
                        tuple(Environment.PRODUCTION, Fiat.GHS, false),
                        tuple(Environment.DEVELOPMENT, Fiat.NGN, true),
                        tuple(Environment.DEVELOPMENT, Fiat.GHS, true));
        assertThat(all).allMatch(state -> state.open().equals(RailState.Open.NONE) && !state.isInTrouble());
    }

    private List<JobState> troubledJobs() {
        return world.db.transact(tx -> world.jobs.troubled(tx, 10));
    }

    private void place(String accountNumber) {
        world.placed(world.settlement("1000.00", accountNumber));
    }

    private RailState naira() {
        return state(world.clock.instant().minus(Duration.ofDays(1)));
    }

    private RailState state(Instant dayAgo) {
        return world.db.transact(tx -> world.payouts.rails(tx, dayAgo)).stream()
                .filter(rail -> rail.environment() == Environment.DEVELOPMENT && rail.currency() == Fiat.NGN)
                .findFirst()
                .orElseThrow();
    }
}
