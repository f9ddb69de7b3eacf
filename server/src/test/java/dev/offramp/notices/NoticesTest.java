package dev.offramp.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.simulated.Fate;
import dev.offramp.dashboard.Chains;
import dev.offramp.deposits.DepositId;
import dev.offramp.jobs.LoopBook;
import dev.offramp.money.Fiat;
import dev.offramp.people.Person;
import dev.offramp.people.Role;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Actor;
import dev.offramp.trail.Details;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import dev.offramp.webhooks.AcknowledgedUrls;
import dev.offramp.webhooks.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who is told what.
class NoticesTest {

    private static final List<Role> MONEY = List.of(Role.OWNER, Role.ADMIN, Role.FINANCE);
    private static final List<Role> BUILDERS = List.of(Role.OWNER, Role.ADMIN, Role.DEVELOPER);
    private static final List<Role> OWNERS = List.of(Role.OWNER, Role.ADMIN);

    private final NoticeFixture fixture = new NoticeFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private Notice only(Role role) {
        assertThat(fixture.unread(fixture.in(role))).hasSize(1);
        return fixture.unread(fixture.in(role)).getFirst();
    }

    @Test
    void tellWhoLooksAfterTheMoneyOfAHeldDepositAndNobodyElse() {
        DepositId deposit = fixture.dashboard.deposit("ada", "10");

        fixture.dashboard.settle();
        fixture.look();

        assertThat(fixture.told(Kind.DEPOSIT_HELD)).containsExactlyElementsOf(MONEY);
        Notice notice = only(Role.FINANCE);
        assertThat(notice.text()).isEqualTo("A deposit is held back: the deposit is below the minimum.");
        assertThat(notice.place()).isEqualTo("Shop, development");
        assertThat(notice.path()).isEqualTo(fixture.dashboard.root() + "/transactions/" + deposit);
        assertThat(fixture.unread(fixture.stranger)).isEmpty();
        assertThat(fixture.unread(fixture.operator)).isEmpty();
        assertThat(fixture.toldToOperators()).isEmpty();
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
    void tellOfManyHeldDepositsAsOfOne() {
        for (int i = 0; i < 4; i++) {
            fixture.dashboard.deposit("ada" + i, "10");
        }
        // All are flagged before anybody looks.
        settleWithoutLooking();

        fixture.look();

        assertThat(only(Role.FINANCE).text()).isEqualTo("4 deposits are held back.");
    }

    private void settleWithoutLooking() {
        for (int block = 0; block < 6; block++) {
            fixture.dashboard.clock.advance(Duration.ofSeconds(1));
            for (int round = 0; round < 10; round++) {
                fixture.dashboard.platform.loops().stream()
                        .filter(loop -> !loop.step().name().startsWith("notices"))
                        .forEach(loop -> loop.step().runOnce());
            }
        }
    }

    @Test
    void tellThatAHeldDepositIsCreditedByATopUpAndNothingOfUsualDeposits() {
        var wallet = new Chains(fixture.dashboard).wallet(fixture.tenant(), "ada");
        Chains chains = new Chains(fixture.dashboard);
        chains.deposit(wallet, "25");
        chains.blocks(6);
        fixture.look();
        assertThat(only(Role.OWNER).kind()).isEqualTo(Kind.DEPOSIT_HELD);

        chains.deposit(wallet, "60");
        chains.blocks(6);
        fixture.look();

        assertThat(fixture.unread(fixture.in(Role.OWNER)))
                .extracting(Notice::text)
                .containsExactlyInAnyOrder(
                        "A deposit is held back: the deposit is below the minimum.",
                        "A deposit that was held back is credited.");
    }

    @Test
    void tellThatAPayoutWasRefused() {
        Chains chains = new Chains(fixture.dashboard);
        chains.deposit(chains.settlingWallet(fixture.tenant(), "ada", "0123450001"), "59");

        chains.blocks(8);
        fixture.look();

        assertThat(fixture.told(Kind.MONEY_BACK)).containsExactlyElementsOf(MONEY);
        assertThat(only(Role.OWNER).text())
                .isEqualTo("A payout to a bank was refused. Its money is in the balance again.")
                .doesNotContain("0123450001");
        assertThat(only(Role.OWNER).path()).startsWith(fixture.dashboard.root() + "/withdrawals/");
    }

    @Test
    void tellThatADepositWasNotSettledAutomatically() {
        fixture.change(tx -> fixture.dashboard
                .platform
                .payouts()
                .limit(tx, fixture.tenant(), Fiat.NGN, Optional.of(Fiat.NGN.money("1000"))));
        Chains chains = new Chains(fixture.dashboard);
        DepositId deposit = chains.deposit(chains.settlingWallet(fixture.tenant(), "ada", "0123456789"), "59");

        chains.blocks(8);
        fixture.look();

        assertThat(fixture.told(Kind.SETTLEMENT_SKIPPED)).containsExactlyElementsOf(MONEY);
        assertThat(only(Role.OWNER).text())
                .isEqualTo("A deposit was not settled automatically: above maximum. Its money is in the balance.");
        assertThat(only(Role.OWNER).path()).endsWith("/transactions/" + deposit);
    }

    @Test
    void tellOwnersOfAFrozenAccountEachTimeThatItFreezes() {
        fixture.freeze();
        fixture.look();

        assertThat(fixture.told(Kind.ACCOUNT_FROZEN)).containsExactlyElementsOf(OWNERS);
        assertThat(only(Role.OWNER).text()).startsWith("The account is frozen after five wrong PINs in a row.");
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
    void tellBuildersOfAnEndpointThatIsSwitchedOffOrFailsForAnHour() {
        Endpoint endpoint = AcknowledgedUrls.endpoint(
                fixture.dashboard.platform.webhooks(), fixture.dashboard.db, fixture.tenant());
        fixture.dashboard.receiver.always(500);
        fixture.dashboard.deposit("ada", "59");
        fixture.dashboard.settle();
        fixture.look();
        assertThat(fixture.told(Kind.WEBHOOK_TROUBLE)).isEmpty();

        fixture.dashboard.clock.advance(Duration.ofHours(1));
        fixture.look();
        assertThat(fixture.told(Kind.WEBHOOK_TROUBLE)).containsExactlyElementsOf(BUILDERS);
        assertThat(only(Role.DEVELOPER).text()).contains("for an hour");

        fixture.change(tx -> fixture.dashboard
                .platform
                .webhooks()
                .disable(tx, fixture.tenant(), endpoint.id(), "the receiver answered 410 Gone"));
        fixture.look();
        assertThat(fixture.unread(fixture.in(Role.DEVELOPER)))
                .extracting(Notice::text)
                .contains("A webhook endpoint is switched off: the receiver answered 410 Gone.");
    }

    @Test
    void tellBuildersAWeekBeforeACredentialExpires() {
        CredentialLimits limits = new CredentialLimits(
                CredentialLimits.NONE.environments(),
                CredentialLimits.NONE.scopes(),
                List.of(),
                Optional.of(fixture.dashboard.clock.instant().plus(Duration.ofDays(8))));
        String appId = fixture.dashboard
                .platform
                .tenancy()
                .issueCredential(fixture.dashboard.business.id(), limits)
                .appId();
        fixture.look();
        assertThat(fixture.told(Kind.CREDENTIAL_EXPIRES)).isEmpty();

        fixture.dashboard.clock.advance(Duration.ofDays(1));
        fixture.look();

        assertThat(fixture.told(Kind.CREDENTIAL_EXPIRES)).containsExactlyElementsOf(BUILDERS);
        assertThat(only(Role.OWNER).text()).isEqualTo("The credential " + appId + " expires within a week.");
    }

    @Test
    void tellTheBusinessAndTheOperatorOfAnIncidentAndOfItsEnd() {
        DepositId deposit = fixture.dashboard.deposit("ada", "59");
        fixture.dashboard.settle();
        fixture.dashboard.platform.sandbox().reorg(Network.SOLANA, 6, new Fate.Dropped());
        fixture.dashboard.settle();
        fixture.look();

        assertThat(fixture.told(Kind.INCIDENT)).containsExactlyElementsOf(MONEY);
        assertThat(fixture.toldToOperators())
                .containsExactly("A deposit that was booked left its chain, solana (development), which is not read"
                        + " until you have decided.");

        fixture.change(tx -> fixture.dashboard
                .platform
                .trail()
                .record(
                        tx,
                        NewEntry.of(
                                        new Actor.Person(fixture.operator.id().value(), "op@example.com"),
                                        Action.INCIDENT_CORRECTED,
                                        new Subject(Subject.Kind.INCIDENT, deposit.toString()))
                                .concerning(fixture.dashboard.business.id())));
        fixture.look();

        Notice notice = fixture.unread(fixture.in(Role.FINANCE)).getFirst();
        assertThat(notice.text())
                .isEqualTo("A deposit that left its chain was taken back out of the balance.")
                .doesNotContain("op@example.com");
    }

    @Test
    void tellColleaguesOfWhatWasDoneAndNotWhoDidIt() {
        fixture.record(
                Role.ADMIN,
                actor -> NewEntry.of(
                        actor, Action.CREDENTIAL_CREATED, new Subject(Subject.Kind.CREDENTIAL, "1".repeat(24))));
        fixture.look();

        assertThat(fixture.told(Kind.CREDENTIAL)).containsExactly(Role.OWNER);
        assertThat(only(Role.OWNER).text()).isEqualTo(fixture.in(Role.ADMIN).email() + " created a credential.");
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

        assertThat(only(Role.OWNER).text()).isEqualTo("An operator of this server revoked a credential.");
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
        assertThat(only(Role.VIEWER).text()).isEqualTo("Your password was changed.");
        assertThat(only(Role.VIEWER).path()).isEqualTo("/me/security");
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

        assertThat(only(Role.FINANCE).text())
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

        assertThat(only(Role.OWNER).text()).isEqualTo(leaver.email() + " left the team.");
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

        assertThat(only(Role.VIEWER).text()).isEqualTo("Your role in a business is now finance.");
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

        assertThat(fixture.told(Kind.ACCOUNT_STANDING)).containsExactlyElementsOf(OWNERS);
        assertThat(only(Role.OWNER).path())
                .isEqualTo("/b/" + fixture.dashboard.business.merchantReference() + "/production");
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
    void keepTheTwoEnvironmentsApartInWords() {
        Tenant production = new Tenant(fixture.dashboard.business.id(), Environment.PRODUCTION);
        fixture.dashboard.platform.tenancy().setPin(production, new dev.offramp.tenancy.Pin("1234"));
        for (int i = 0; i < 5; i++) {
            fixture.dashboard.platform.tenancy().verifyPin(production, new dev.offramp.tenancy.Pin("9999"));
        }
        fixture.look();

        assertThat(only(Role.OWNER).place()).isEqualTo("Shop, production");
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
