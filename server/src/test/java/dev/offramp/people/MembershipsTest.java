package dev.offramp.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.tenancy.IntegrationId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MembershipsTest {

    private static final PeopleFixture FIXTURE = new PeopleFixture();

    private final Memberships memberships = FIXTURE.people.memberships();
    private final IntegrationId business = FIXTURE.business();
    private final Person owner = FIXTURE.member(business, Role.OWNER);

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void belongToAPersonAndABusiness() {
        IntegrationId other = FIXTURE.business();
        Person viewer = FIXTURE.member(business, Role.VIEWER);
        assertThat(add(viewer, other, Role.FINANCE)).isTrue();
        assertThat(add(viewer, other, Role.OWNER)).as("there is one already").isFalse();

        FIXTURE.transact(tx -> {
            assertThat(memberships.role(tx, viewer.id(), business)).contains(Role.VIEWER);
            assertThat(memberships.role(tx, viewer.id(), other)).contains(Role.FINANCE);
            assertThat(memberships.role(tx, owner.id(), other)).isEmpty();
            assertThat(memberships.of(tx, viewer.id()))
                    .extracting(Membership::integration)
                    .containsExactlyInAnyOrder(business, other);
            assertThat(memberships.in(tx, business))
                    .extracting(Membership::person)
                    .containsExactlyInAnyOrder(owner.id(), viewer.id());
            return true;
        });
    }

    @Test
    void changeAndEnd() {
        Person viewer = FIXTURE.member(business, Role.VIEWER);

        assertThat(setRole(viewer, Role.ADMIN)).isEqualTo(new MembershipChange.Changed(Role.VIEWER));
        assertThat(remove(viewer)).isEqualTo(new MembershipChange.Changed(Role.ADMIN));
        assertThat(remove(viewer)).isEqualTo(new MembershipChange.NotAMember());
        assertThat(setRole(viewer, Role.OWNER)).isEqualTo(new MembershipChange.NotAMember());
    }

    @Test
    void keepAnOwner() {
        assertThat(setRole(owner, Role.ADMIN)).isEqualTo(new MembershipChange.LastOwner());
        assertThat(remove(owner)).isEqualTo(new MembershipChange.LastOwner());
        assertThat(setRole(owner, Role.OWNER)).isEqualTo(new MembershipChange.Changed(Role.OWNER));

        Person second = FIXTURE.member(business, Role.OWNER);
        assertThat(setRole(owner, Role.ADMIN)).isEqualTo(new MembershipChange.Changed(Role.OWNER));
        assertThat(remove(second)).isEqualTo(new MembershipChange.LastOwner());
    }

    @Test
    void keepAnOwnerWhoMaySignIn() {
        Person second = FIXTURE.member(business, Role.OWNER);
        FIXTURE.transact(tx -> FIXTURE.people.setDisabled(tx, second.id(), true));

        assertThat(remove(owner)).isEqualTo(new MembershipChange.LastOwner());
        assertThat(remove(second)).isEqualTo(new MembershipChange.Changed(Role.OWNER));
    }

    @Test
    void keepAnOwnerThoughAllLeaveAtOnce() throws Exception {
        People other = FIXTURE.otherProcess();
        for (int round = 0; round < 10; round++) {
            IntegrationId shared = FIXTURE.business();
            List<Callable<MembershipChange>> leaving = new ArrayList<>();
            for (People process : List.of(FIXTURE.people, other)) {
                Person one = FIXTURE.member(shared, Role.OWNER);
                leaving.add(() -> FIXTURE.transact(tx -> process.memberships().remove(tx, one.id(), shared)));
            }

            assertThat(PeopleFixture.together(leaving))
                    .containsExactlyInAnyOrder(
                            new MembershipChange.Changed(Role.OWNER), new MembershipChange.LastOwner());
        }
    }

    @Test
    void haveRolesByTheirWords() {
        assertThat(Role.values())
                .allSatisfy(role -> assertThat(Role.parse(role.code())).contains(role));
        assertThat(Role.parse("Owner")).contains(Role.OWNER);
        assertThat(Role.parse("boss")).isEmpty();
    }

    private boolean add(Person person, IntegrationId integration, Role role) {
        return FIXTURE.transact(tx -> memberships.add(tx, person.id(), integration, role));
    }

    private MembershipChange setRole(Person person, Role role) {
        return FIXTURE.transact(tx -> memberships.setRole(tx, person.id(), business, role));
    }

    private MembershipChange remove(Person person) {
        return FIXTURE.transact(tx -> memberships.remove(tx, person.id(), business));
    }
}
