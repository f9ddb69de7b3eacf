package dev.offramp.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.tenancy.IntegrationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipsTest {

    private static final PeopleFixture FIXTURE = new PeopleFixture();
    private static final Predicate<Role> ANY = _ -> true;
    private static final Predicate<Role> NO_OWNERS = role -> role != Role.OWNER;
    private static final String WAITING = """
            SELECT EXISTS (
                SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')
            """;
    private static final int LOOKS = 10_000;

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
                leaving.add(() -> FIXTURE.transact(tx -> process.memberships().remove(tx, one.id(), shared, ANY)));
            }

            assertThat(PeopleFixture.together(leaving))
                    .containsExactlyInAnyOrder(
                            new MembershipChange.Changed(Role.OWNER), new MembershipChange.LastOwner());
        }
    }

    @Test
    void areNotTouchedByThoseWhoMayNot() {
        Person second = FIXTURE.member(business, Role.OWNER);
        MembershipChange.NotTheirs refused = new MembershipChange.NotTheirs(Role.OWNER);

        assertThat(FIXTURE.<MembershipChange>transact(
                        tx -> memberships.setRole(tx, second.id(), business, Role.VIEWER, NO_OWNERS)))
                .isEqualTo(refused);
        assertThat(FIXTURE.<MembershipChange>transact(tx -> memberships.remove(tx, second.id(), business, NO_OWNERS)))
                .isEqualTo(refused);
        assertThat(role(second)).contains(Role.OWNER);
    }

    /// An admin sees a developer, who is being made an owner at that moment.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areNotTouchedByThoseWhoMayNotOnceTheyAreOwners(boolean isRemoved) throws Exception {
        Person developer = FIXTURE.member(business, Role.DEVELOPER);
        People other = FIXTURE.otherProcess();
        FutureTask<MembershipChange> admins = new FutureTask<>(() -> FIXTURE.transact(tx -> isRemoved
                ? memberships.remove(tx, developer.id(), business, NO_OWNERS)
                : memberships.setRole(tx, developer.id(), business, Role.VIEWER, NO_OWNERS)));

        FIXTURE.transact(tx -> {
            other.memberships().setRole(tx, developer.id(), business, Role.OWNER, ANY);
            Thread.ofVirtual().start(admins);
            awaitSomebodyWaiting();
            return true;
        });

        assertThat(admins.get()).isEqualTo(new MembershipChange.NotTheirs(Role.OWNER));
        assertThat(role(developer)).contains(Role.OWNER);
    }

    /// Nobody is an owner who can sign in: there is no row to meet at but the one that both change.
    @Test
    void areNotTouchedThoughThereIsNoOtherOwner() throws Exception {
        IntegrationId ownerless = FIXTURE.business();
        Person developer = FIXTURE.member(ownerless, Role.DEVELOPER);
        FutureTask<MembershipChange> admins = new FutureTask<>(() ->
                FIXTURE.transact(tx -> memberships.setRole(tx, developer.id(), ownerless, Role.VIEWER, NO_OWNERS)));

        FIXTURE.transact(tx -> {
            memberships.setRole(tx, developer.id(), ownerless, Role.OWNER, ANY);
            Thread.ofVirtual().start(admins);
            awaitSomebodyWaiting();
            return true;
        });

        assertThat(admins.get()).isEqualTo(new MembershipChange.NotTheirs(Role.OWNER));
    }

    /// Until some connection to this database waits for a lock.
    private static void awaitSomebodyWaiting() {
        for (int look = 0; look < LOOKS; look++) {
            boolean isWaiting = FIXTURE.transact(
                    tx -> tx.sql().createQuery(WAITING).mapTo(Boolean.class).one());
            if (isWaiting) {
                return;
            }
        }
        throw new AssertionError("nobody waits for a lock");
    }

    private Optional<Role> role(Person person) {
        return FIXTURE.transact(tx -> memberships.role(tx, person.id(), business));
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
        return FIXTURE.transact(tx -> memberships.setRole(tx, person.id(), business, role, ANY));
    }

    private MembershipChange remove(Person person) {
        return FIXTURE.transact(tx -> memberships.remove(tx, person.id(), business, ANY));
    }
}
