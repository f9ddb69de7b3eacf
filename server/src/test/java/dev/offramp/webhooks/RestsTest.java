package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final EndpointId ONE = new EndpointId(new ObjectId("1".repeat(24)));
    private static final EndpointId TWO = new EndpointId(new ObjectId("2".repeat(24)));

    private final Rests rests = new Rests();

    @Test
    void oneThatFailsRestsASecondAfterItIsCalledAgain() {
        rests.failed(Set.of(ONE));
        assertThat(rests.resting(NOW)).isEmpty();

        rests.called(Set.of(ONE, TWO), NOW);

        assertThat(rests.resting(NOW.plusMillis(999))).containsExactly(ONE);
        assertThat(rests.resting(NOW.plus(Rests.REST))).isEmpty();
    }

    @Test
    void failingOnDoesNotEndARest() {
        rests.failed(Set.of(ONE));
        rests.called(Set.of(ONE), NOW);

        rests.failed(Set.of(ONE));

        assertThat(rests.resting(NOW.plusMillis(1))).containsExactly(ONE);
    }

    @Test
    void oneThatSucceedsRestsNoMore() {
        rests.failed(Set.of(ONE));
        rests.called(Set.of(ONE), NOW);

        rests.succeeded(Set.of(ONE));
        rests.called(Set.of(ONE), NOW.plus(Duration.ofMillis(1)));

        assertThat(rests.resting(NOW.plusMillis(2))).isEmpty();
    }
}
