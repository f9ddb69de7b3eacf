package dev.offramp.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.jobs.LoopBook;
import dev.offramp.people.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What operators are told of what the installation needs.
class OperatorNoticesTest {

    private final NoticeFixture fixture = new NoticeFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tellOperatorsOfALoopThatFailsForTenMinutes() {
        LoopBook book = fixture.dashboard.platform.loopBook();
        book.began("deposits.credit");
        book.failed("deposits.credit", new IllegalStateException("broken"));
        book.tellStep().runOnce();
        fixture.look();
        fixture.dashboard.clock.advance(Duration.ofMinutes(9));
        fixture.look();
        assertThat(fixture.toldToOperators()).isEmpty();

        fixture.dashboard.clock.advance(Duration.ofMinutes(1));
        book.began("deposits.credit");
        book.failed("deposits.credit", new IllegalStateException("broken"));
        book.tellStep().runOnce();
        fixture.look();

        assertThat(fixture.toldToOperators())
                .containsExactly("The background loop deposits.credit has failed for ten minutes.");
        assertThat(fixture.unread(fixture.in(Role.OWNER))).isEmpty();
    }

    @Test
    void tellOperatorsOfABusinessThatWaitsForProduction() {
        fixture.change(tx -> fixture.dashboard.platform.tenancy().found(tx, "Newcomer"));
        fixture.look();

        assertThat(fixture.toldToOperators())
                .containsExactly("Newcomer may not use production yet. Approve it, or leave it so.");
    }
}
