package dev.offramp.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.simulated.Fate;
import dev.offramp.dashboard.Chains;
import dev.offramp.deposits.DepositId;
import dev.offramp.money.Fiat;
import dev.offramp.people.Role;
import dev.offramp.trail.Action;
import dev.offramp.trail.Actor;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What those who look after the money are told of it, and nobody else.
class MoneyNoticesTest {

    private final NoticeFixture fixture = new NoticeFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tellWhoLooksAfterTheMoneyOfAHeldDepositAndNobodyElse() {
        DepositId deposit = fixture.dashboard.deposit("ada", "10");

        fixture.dashboard.settle();
        fixture.look();

        assertThat(fixture.told(Kind.DEPOSIT_HELD)).containsExactlyElementsOf(NoticeFixture.MONEY);
        Notice notice = fixture.only(Role.FINANCE);
        assertThat(notice.text()).isEqualTo("A deposit is held back: the deposit is below the minimum.");
        assertThat(notice.place()).isEqualTo("Shop, development");
        assertThat(notice.path()).isEqualTo(fixture.dashboard.root() + "/transactions/" + deposit);
        assertThat(fixture.unread(fixture.stranger)).isEmpty();
        assertThat(fixture.unread(fixture.operator)).isEmpty();
        assertThat(fixture.toldToOperators()).isEmpty();
    }

    @Test
    void tellOfManyHeldDepositsAsOfOne() {
        for (int i = 0; i < 4; i++) {
            fixture.dashboard.deposit("ada" + i, "10");
        }
        // All are flagged before anybody looks.
        settleWithoutLooking();

        fixture.look();

        assertThat(fixture.only(Role.FINANCE).text()).isEqualTo("4 deposits are held back.");
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
        assertThat(fixture.only(Role.OWNER).kind()).isEqualTo(Kind.DEPOSIT_HELD);

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

        assertThat(fixture.told(Kind.MONEY_BACK)).containsExactlyElementsOf(NoticeFixture.MONEY);
        assertThat(fixture.only(Role.OWNER).text())
                .isEqualTo("A payout to a bank was refused. Its money is in the balance again.")
                .doesNotContain("0123450001");
        assertThat(fixture.only(Role.OWNER).path()).startsWith(fixture.dashboard.root() + "/withdrawals/");
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

        assertThat(fixture.told(Kind.SETTLEMENT_SKIPPED)).containsExactlyElementsOf(NoticeFixture.MONEY);
        assertThat(fixture.only(Role.OWNER).text())
                .isEqualTo("A deposit was not settled automatically: above maximum. Its money is in the balance.");
        assertThat(fixture.only(Role.OWNER).path()).endsWith("/transactions/" + deposit);
    }

    @Test
    void tellTheBusinessAndTheOperatorOfAnIncidentAndOfItsEnd() {
        DepositId deposit = fixture.dashboard.deposit("ada", "59");
        fixture.dashboard.settle();
        fixture.dashboard.platform.sandbox().reorg(Network.SOLANA, 6, new Fate.Dropped());
        fixture.dashboard.settle();
        fixture.look();

        assertThat(fixture.told(Kind.INCIDENT)).containsExactlyElementsOf(NoticeFixture.MONEY);
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
}
