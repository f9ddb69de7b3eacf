package dev.offramp.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.people.Role;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Actor;
import dev.offramp.trail.Details;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What owners are told of the account as a whole.
class AccountNoticesTest {

    private final NoticeFixture fixture = new NoticeFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tellOwnersOfAFrozenAccountEachTimeThatItFreezes() {
        fixture.freeze();
        fixture.look();

        assertThat(fixture.told(Kind.ACCOUNT_FROZEN)).containsExactlyElementsOf(NoticeFixture.OWNERS);
        assertThat(fixture.only(Role.OWNER).text()).startsWith("The account is frozen after five wrong PINs in a row.");
        assertThat(fixture.unread(fixture.stranger)).isEmpty();

        fixture.dashboard.platform.tenancy().unfreeze(fixture.tenant());
        fixture.look();
        fixture.freeze();
        fixture.look();

        assertThat(fixture.unread(fixture.in(Role.OWNER)))
                .extracting(Notice::kind)
                .containsExactly(Kind.ACCOUNT_FROZEN, Kind.ACCOUNT_FROZEN);
    }

    @Test
    void tellTheBusinessThatItIsApproved() {
        fixture.change(tx -> fixture.dashboard
                .platform
                .trail()
                .record(
                        tx,
                        NewEntry.of(
                                        Actor.PROGRAM,
                                        Action.INTEGRATION_APPROVED,
                                        new Subject(
                                                Subject.Kind.INTEGRATION,
                                                fixture.dashboard.business.id().toString()))
                                .concerning(fixture.dashboard.business.id())
                                .after(Details.of("production", "open"))));
        fixture.look();

        assertThat(fixture.told(Kind.ACCOUNT_STANDING)).containsExactlyElementsOf(NoticeFixture.OWNERS);
        assertThat(fixture.only(Role.OWNER).path())
                .isEqualTo("/b/" + fixture.dashboard.business.merchantReference() + "/production");
    }

    @Test
    void keepTheTwoEnvironmentsApartInWords() {
        Tenant production = new Tenant(fixture.dashboard.business.id(), Environment.PRODUCTION);
        fixture.dashboard.platform.tenancy().setPin(production, new dev.offramp.tenancy.Pin("1234"));
        for (int i = 0; i < 5; i++) {
            fixture.dashboard.platform.tenancy().verifyPin(production, new dev.offramp.tenancy.Pin("9999"));
        }
        fixture.look();

        assertThat(fixture.only(Role.OWNER).place()).isEqualTo("Shop, production");
    }
}
