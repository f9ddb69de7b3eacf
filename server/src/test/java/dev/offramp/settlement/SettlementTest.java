package dev.offramp.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.deposits.DepositId;
import dev.offramp.jobs.Step;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.AllPayouts;
import dev.offramp.payouts.PayoutSnapshot;
import dev.offramp.payouts.PayoutStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Settlement to a bank (decision 24).
class SettlementTest extends SettlementFixture {

    @Test
    void settlesTheGoldenDepositToTheKobo() {
        Credited deposit = credited(tenant, Fiat.NGN, "94221.52");
        settle();

        PayoutSnapshot payout = onlyPayout();
        assertThat(payout.amount()).isEqualTo(Fiat.NGN.money("94221.00"));
        assertThat(payout.payoutAmount()).isEqualTo(Fiat.NGN.money("94171.00"));
        assertThat(payout.deposit()).contains(deposit.deposit().id().value());
        assertThat(payout.autoSettlement()).isTrue();
        assertThat(available(tenant, Fiat.NGN)).isEqualTo(Fiat.NGN.money("0.52"));
        assertThat(settlement(deposit)).isEqualTo(new Settlement.Placed(payout.amount(), payout.id()));
    }

    @Test
    void settlesCedisToThePesewa() {
        credited(tenant, Fiat.GHS, "656.77");
        settle();

        assertThat(onlyPayout().amount()).isEqualTo(Fiat.GHS.money("656.77"));
        assertThat(available(tenant, Fiat.GHS)).isEqualTo(Fiat.GHS.money("0.00"));
    }

    @Test
    void leavesADepositWithoutATargetInTheBalance() {
        Credited deposit = credited(tenant, Fiat.NGN, "1000.00", Optional.empty());
        settle();

        assertThat(AllPayouts.of(db, payouts, tenant)).isEmpty();
        assertThat(settlements.of(List.of(deposit.deposit().id()))).isEmpty();
        assertThat(available(tenant, Fiat.NGN)).isEqualTo(Fiat.NGN.money("1000.00"));
    }

    @Test
    void skipsWhatWasSpentFirst() {
        Credited deposit = credited(tenant, Fiat.NGN, "1000.00");
        spend("300.00");
        settle();

        assertSkipped(deposit, SkipReason.INSUFFICIENT_BALANCE);
        assertThat(available(tenant, Fiat.NGN)).isEqualTo(Fiat.NGN.money("700.00"));
    }

    @Test
    void skipsWhatTheRailOrTheFeeWouldEatUp() {
        Credited belowRail = credited(tenant, Fiat.NGN, "99.99");
        Credited kobo = credited(tenant, Fiat.NGN, "0.99");
        settle();

        assertSkipped(belowRail, SkipReason.BELOW_MINIMUM);
        assertSkipped(kobo, SkipReason.BELOW_MINIMUM);
        assertThat(settlement(kobo).amount()).isEqualTo(Fiat.NGN.money("0.00"));
    }

    @Test
    void skipsWhatIsAboveTheTenantsMaximum() {
        db.run(tx -> payouts.limit(tx, tenant, Fiat.NGN, Optional.of(Fiat.NGN.money("500.00"))));
        Credited deposit = credited(tenant, Fiat.NGN, "501.00");
        settle();

        assertSkipped(deposit, SkipReason.ABOVE_MAXIMUM);
    }

    @Test
    void skipsInProductionAsLongAsNoRailPays() {
        Credited deposit = credited(live, Fiat.NGN, "1000.00");
        settle();

        assertSkipped(deposit, SkipReason.NO_PAYOUT_RAIL);
        assertThat(available(live, Fiat.NGN)).isEqualTo(Fiat.NGN.money("1000.00"));
    }

    @Test
    void settlesTheRestOfABatchWhenSomeAreSkipped() {
        Credited first = credited(tenant, Fiat.NGN, "1000.00");
        Credited second = credited(live, Fiat.NGN, "1000.00");
        Credited third = credited(tenant, Fiat.NGN, "2000.00");
        settle();

        assertThat(settlement(first)).isInstanceOf(Settlement.Placed.class);
        assertSkipped(second, SkipReason.NO_PAYOUT_RAIL);
        assertThat(settlement(third)).isInstanceOf(Settlement.Placed.class);
        assertThat(AllPayouts.of(db, payouts, tenant)).hasSize(2);
    }

    @Test
    void keepsTheMoneyOfARejectedSettlementAndDoesNotTryAgain() {
        Credited deposit = credited(tenant, Fiat.NGN, "1000.00", Optional.of(account(Fiat.NGN, "0123450001")));
        settle();
        payouts.steps().forEach(Step::runOnce);
        settle();

        PayoutSnapshot payout = onlyPayout();
        assertThat(payout.status()).isEqualTo(PayoutStatus.REJECTED);
        assertThat(payout.deposit()).contains(deposit.deposit().id().value());
        assertThat(available(tenant, Fiat.NGN)).isEqualTo(Fiat.NGN.money("1000.00"));
    }

    @Test
    void settlesADepositOnceEvenIfItsFactIsReadTwice() {
        credited(tenant, Fiat.NGN, "1000.00");
        credited(tenant, Fiat.NGN, "5000.00");
        settle();
        db.run(tx -> tx.sql().execute("UPDATE fact_reader SET position = 0"));

        assertThatThrownBy(this::settle).hasMessageContaining("settlement_pk");
        assertThat(AllPayouts.of(db, payouts, tenant)).hasSize(2);
    }

    @Test
    void settlesAgainAtSomebodysWordWhatCameBack() {
        Credited deposit = credited(tenant, Fiat.NGN, "1000.00", Optional.of(account(Fiat.NGN, "0123450001")));
        settle();
        payouts.steps().forEach(Step::runOnce);
        PayoutSnapshot rejected = onlyPayout();

        SettledAgain again = settlements.again(deposit.deposit().id());

        Settlement second = settlement(deposit);
        assertThat(again).isEqualTo(new SettledAgain.Tried(second));
        assertThat(second)
                .isInstanceOfSatisfying(
                        Settlement.Placed.class,
                        placed -> assertThat(placed.payout()).isNotEqualTo(rejected.id()));
        assertThat(available(tenant, Fiat.NGN)).isEqualTo(Fiat.NGN.money("0.00"));
        assertThat(settlements.again(deposit.deposit().id())).isEqualTo(new SettledAgain.NotReturned(second));
        assertThat(db.transact(tx -> payouts.settling(
                                tx, List.of(deposit.deposit().id().value())))
                        .values())
                .extracting(PayoutSnapshot::status)
                .containsExactly(PayoutStatus.PENDING);
    }

    @Test
    void settlesAgainWhatWasSkippedOnceThereIsMoney() {
        Credited deposit = credited(tenant, Fiat.NGN, "1000.00");
        spend("300.00");
        settle();

        assertThat(settlements.again(deposit.deposit().id())).isEqualTo(new SettledAgain.Tried(settlement(deposit)));
        assertSkipped(deposit, SkipReason.INSUFFICIENT_BALANCE);

        credited(tenant, Fiat.NGN, "300.00", Optional.empty());
        assertThat(settlements.again(deposit.deposit().id())).isInstanceOf(SettledAgain.Tried.class);
        assertThat(settlement(deposit)).isInstanceOf(Settlement.Placed.class);
        assertThat(onlyPayout().amount()).isEqualTo(Fiat.NGN.money("1000.00"));
    }

    @Test
    void doesNotSettleAgainWhatWasPaidOrWasNeverToBeSettled() {
        Credited paid = credited(tenant, Fiat.NGN, "1000.00");
        Credited aimless = credited(tenant, Fiat.NGN, "1000.00", Optional.empty());
        settle();
        for (int i = 0; i < 5; i++) {
            payouts.steps().forEach(Step::runOnce);
            clock.advance(Duration.ofSeconds(5));
        }

        assertThat(onlyPayout().status()).isEqualTo(PayoutStatus.COMPLETED);
        assertThat(settlements.again(paid.deposit().id())).isEqualTo(new SettledAgain.NotReturned(settlement(paid)));
        assertThat(settlements.again(aimless.deposit().id())).isEqualTo(new SettledAgain.NeverSettled());
    }

    @Test
    void foretellsWhatWillBePaidOut() {
        Credited due = credited(tenant, Fiat.NGN, "94221.52");
        Credited small = credited(tenant, Fiat.NGN, "99.99");
        Credited aimless = credited(tenant, Fiat.NGN, "1000.00", Optional.empty());
        Credited railless = credited(live, Fiat.NGN, "1000.00");
        Credited cedis = credited(tenant, Fiat.GHS, "10.05");

        Map<DepositId, Money> expected =
                db.transact(tx -> settlements.expected(tx, List.of(due, small, aimless, railless, cedis)));

        assertThat(expected)
                .isEqualTo(Map.of(
                        due.deposit().id(), Fiat.NGN.money("94221.00"),
                        cedis.deposit().id(), Fiat.GHS.money("10.05")));
    }
}
