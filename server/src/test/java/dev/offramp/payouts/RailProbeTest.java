package dev.offramp.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.Trouble;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whether a rail is there is known without a payout; the sandbox's may be sent away to try it.
class RailProbeTest {

    private final PayoutFixture world = new PayoutFixture();

    @AfterEach
    void close() {
        world.close();
    }

    private RailState naira() {
        return world.db.transact(tx -> world.payouts.rails(tx, world.clock.instant())).stream()
                .filter(rail -> rail.environment() == Environment.DEVELOPMENT && rail.currency() == Fiat.NGN)
                .findFirst()
                .orElseThrow();
    }

    private void probe() {
        world.payouts.probeStep().runOnce();
    }

    @Test
    void asksARailThatNobodyHasCalled() {
        assertThat(naira().answeredAt()).isEmpty();

        probe();

        assertThat(naira().answeredAt()).contains(world.clock.instant());
        assertThat(naira().isInTrouble()).isFalse();
    }

    @Test
    void leavesARailAloneThatAnsweredLately() {
        probe();
        var first = naira().answeredAt();
        world.clock.advance(RailProbe.EVERY.minusSeconds(1));
        probe();
        assertThat(naira().answeredAt()).isEqualTo(first);
        world.clock.advance(Duration.ofSeconds(1));
        probe();
        assertThat(naira().answeredAt()).contains(world.clock.instant());
    }

    @Test
    void writesDownThatARailIsAwayAndThatItIsBack() {
        world.simulated.goAway();
        probe();
        assertThat(naira().isInTrouble()).isTrue();

        world.clock.advance(Duration.ofSeconds(1));
        world.simulated.comeBack();
        probe();
        assertThat(naira().isInTrouble()).isFalse();
    }

    @Test
    void isAboutARailThatAnswersNothingWhileItIsAway() {
        world.simulated.goAway();
        world.simulated.goAway();

        assertThatThrownBy(() -> world.simulated.query(Set.of(RailProbe.NOTHING)))
                .isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> world.simulated.submit(List.of(RailContract.order("po1", PayoutFixture.PAYS))))
                .isInstanceOf(Trouble.class);
        world.simulated.comeBack();
        assertThat(world.simulated.query(Set.of(RailProbe.NOTHING))).containsValue(new Rail.Standing.NotFound());
    }
}
