package dev.offramp.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.people.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Notices of whatever kind: told once, to nobody who is kept out, and forgotten in the end.
class NoticesTest {

    private final NoticeFixture fixture = new NoticeFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tellOnceHoweverOftenTheyLook() {
        fixture.dashboard.deposit("ada", "10");
        fixture.dashboard.settle();
        fixture.freeze();

        fixture.look();
        fixture.look();
        fixture.dashboard.platform.notices().steps().forEach(step -> step.runOnce());

        assertThat(fixture.unread(fixture.in(Role.OWNER)))
                .extracting(Notice::kind)
                .containsExactlyInAnyOrder(Kind.DEPOSIT_HELD, Kind.ACCOUNT_FROZEN);
    }

    @Test
    void tellNobodyWhoIsKeptOut() {
        fixture.change(tx -> fixture.dashboard
                .platform
                .people()
                .setDisabled(tx, fixture.in(Role.ADMIN).id(), true));

        fixture.freeze();
        fixture.look();

        assertThat(fixture.told(Kind.ACCOUNT_FROZEN)).containsExactly(Role.OWNER);
    }

    @Test
    void areForgottenAfterAQuarterOfAYear() {
        fixture.freeze();
        fixture.look();
        fixture.dashboard.clock.advance(Expiry.KEPT.minusSeconds(10));
        fixture.notices().expireStep().runOnce();
        assertThat(fixture.unread(fixture.in(Role.OWNER))).hasSize(1);

        fixture.dashboard.clock.advance(Duration.ofSeconds(20));
        fixture.notices().expireStep().runOnce();

        assertThat(fixture.unread(fixture.in(Role.OWNER))).isEmpty();
    }
}
