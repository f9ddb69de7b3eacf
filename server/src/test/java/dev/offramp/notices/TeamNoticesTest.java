package dev.offramp.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.people.Person;
import dev.offramp.people.Role;
import dev.offramp.trail.Action;
import dev.offramp.trail.Actor;
import dev.offramp.trail.Details;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What people are told of what people did: their colleagues, an operator, and they themselves.
class TeamNoticesTest {

    private final NoticeFixture fixture = new NoticeFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tellColleaguesOfWhatWasDoneAndNotWhoDidIt() {
        fixture.record(
                Role.ADMIN,
                actor -> NewEntry.of(
                        actor, Action.CREDENTIAL_CREATED, new Subject(Subject.Kind.CREDENTIAL, "1".repeat(24))));
        fixture.look();

        assertThat(fixture.told(Kind.CREDENTIAL)).containsExactly(Role.OWNER);
        assertThat(fixture.only(Role.OWNER).text())
                .isEqualTo(fixture.in(Role.ADMIN).email() + " created a credential.");
    }

    @Test
    void nameNoOperatorToABusiness() {
        fixture.change(tx -> fixture.dashboard
                .platform
                .trail()
                .record(
                        tx,
                        NewEntry.of(
                                        new Actor.Person(
                                                fixture.operator.id().value(),
                                                fixture.operator.email().text()),
                                        Action.CREDENTIAL_REVOKED,
                                        new Subject(Subject.Kind.CREDENTIAL, "1".repeat(24)))
                                .concerning(fixture.tenant())));
        fixture.look();

        assertThat(fixture.only(Role.OWNER).text()).isEqualTo("An operator of this server revoked a credential.");
    }

    @Test
    void tellOneselfOfAChangedPasswordAndNobodyElse() {
        fixture.record(
                Role.VIEWER,
                actor -> NewEntry.of(
                        actor,
                        Action.PASSWORD_CHANGED,
                        new Subject(
                                Subject.Kind.PERSON,
                                fixture.in(Role.VIEWER).id().toString())));
        fixture.look();

        assertThat(fixture.told(Kind.OWN_SECURITY)).containsExactly(Role.VIEWER);
        assertThat(fixture.only(Role.VIEWER).text()).isEqualTo("Your password was changed.");
        assertThat(fixture.only(Role.VIEWER).path()).isEqualTo("/me/security");
    }

    @Test
    void tellOfASignInFromANewBrowserAndOfNoOther() {
        Person person = fixture.in(Role.FINANCE);
        var first = fixture.dashboard.stranger();
        first.signIn(person.email());
        fixture.look();
        assertThat(fixture.unread(person)).as("the first browser there is").isEmpty();
        first.signIn(person.email());
        fixture.look();
        assertThat(fixture.unread(person)).as("a known browser").isEmpty();

        fixture.dashboard.stranger().signIn(person.email());
        fixture.look();

        assertThat(fixture.only(Role.FINANCE).text())
                .isEqualTo("You signed in with a browser that was not used before from 127.0.0.1.");
    }

    @Test
    void leaveNothingOfABusinessToWhoeverLeavesIt() {
        Person leaver = fixture.in(Role.FINANCE);
        fixture.dashboard.deposit("ada", "10");
        fixture.dashboard.settle();
        fixture.look();
        assertThat(fixture.unread(leaver)).hasSize(1);

        fixture.change(tx -> fixture.dashboard
                .platform
                .people()
                .memberships()
                .remove(tx, leaver.id(), fixture.dashboard.business.id(), _ -> true));
        fixture.record(
                Role.OWNER,
                actor -> NewEntry.of(
                        actor,
                        Action.MEMBER_REMOVED,
                        new Subject(Subject.Kind.PERSON, leaver.id().toString())));
        fixture.look();

        assertThat(fixture.unread(leaver))
                .extracting(Notice::text)
                .containsExactly("You are no longer in the team of a business.");
        assertThat(fixture.told(Kind.TEAM)).containsExactly(Role.ADMIN);
    }

    @Test
    void sayThatSomebodyLeftWhereNobodyRemovedThem() {
        Person leaver = fixture.in(Role.FINANCE);
        fixture.change(tx -> fixture.dashboard
                .platform
                .people()
                .memberships()
                .remove(tx, leaver.id(), fixture.dashboard.business.id(), _ -> true));
        fixture.record(
                Role.FINANCE,
                actor -> NewEntry.of(
                        actor,
                        Action.MEMBER_REMOVED,
                        new Subject(Subject.Kind.PERSON, leaver.id().toString())));
        fixture.look();

        assertThat(fixture.only(Role.OWNER).text()).isEqualTo(leaver.email() + " left the team.");
        assertThat(fixture.unread(leaver)).isEmpty();
    }

    @Test
    void tellWhoseRoleWasChanged() {
        Person changed = fixture.in(Role.VIEWER);
        fixture.record(
                Role.OWNER,
                actor -> NewEntry.of(
                                actor,
                                Action.MEMBER_ROLE_CHANGED,
                                new Subject(Subject.Kind.PERSON, changed.id().toString()))
                        .after(Details.of("role", "finance")));
        fixture.look();

        assertThat(fixture.only(Role.VIEWER).text()).isEqualTo("Your role in a business is now finance.");
    }
}
