package dev.offramp.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.assets.Network;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.deposits.DepositCompleted;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.DepositSnapshot;
import dev.offramp.destinations.BankAccount;
import dev.offramp.facts.Facts;
import dev.offramp.facts.NewFact;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.Step;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Ledger;
import dev.offramp.ledger.Posting;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.AllPayouts;
import dev.offramp.payouts.PayoutSnapshot;
import dev.offramp.payouts.PayoutStatus;
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.Rails;
import dev.offramp.payouts.simulated.SimulatedRail;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private final ManualClock clock = new ManualClock();
    private final ObjectIds ids = new ObjectIds(clock, new Random(11));
    private final Tenant tenant = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
    private final Tenant live = new Tenant(tenant.integration(), Environment.PRODUCTION);
    private TestDatabase test;
    private Database db;
    private Facts facts;
    private Ledger ledger;
    private Payouts payouts;
    private Settlements settlements;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        db = test.database();
        facts = Facts.create(db, ids);
        ledger = Ledger.create(db, clock);
        SimulatedRail rail = SimulatedRail.create(db, clock);
        Rails rails = Rails.none()
                .with(Environment.DEVELOPMENT, Fiat.NGN, rail)
                .with(Environment.DEVELOPMENT, Fiat.GHS, rail);
        payouts = Payouts.create(db, clock, ids, ledger, facts, Jobs.create(db, clock), rails);
        settlements = Settlements.create(db, clock, facts, payouts);
    }

    @AfterEach
    void close() {
        assertThat(db.transact(ledger::audit)).isEmpty();
        test.close();
    }

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

    private void settle() {
        facts.sequence(1000);
        while (settlements.step().runOnce()) {
            clock.advance(Duration.ofMillis(1));
        }
    }

    private Settlement settlement(Credited credited) {
        return settlements
                .of(List.of(credited.deposit().id()))
                .get(credited.deposit().id());
    }

    private void assertSkipped(Credited credited, SkipReason reason) {
        assertThat(settlement(credited))
                .isInstanceOfSatisfying(
                        Settlement.Skipped.class,
                        skipped -> assertThat(skipped.reason()).isEqualTo(reason));
        assertThat(AllPayouts.of(db, payouts, credited.tenant()))
                .noneMatch(payout -> payout.deposit()
                        .equals(Optional.of(credited.deposit().id().value())));
    }

    private PayoutSnapshot onlyPayout() {
        List<PayoutSnapshot> all = AllPayouts.of(db, payouts, tenant);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Money available(Tenant owner, Fiat currency) {
        Account account = Account.tenant(owner, currency);
        return db.transact(tx -> ledger.available(tx, List.of(account))).get(account);
    }

    private void spend(String amount) {
        Posting posting = new Posting(
                Account.tenant(tenant, Fiat.NGN),
                Account.system(AccountKind.RAIL, tenant.environment(), Fiat.NGN.asset()),
                Fiat.NGN.money(amount));
        enter("test.spend", posting);
    }

    private void enter(String purpose, Posting posting) {
        db.run(tx -> ledger.enter(tx, List.of(new Entry.Post(new Cause(purpose, ids.next()), List.of(posting)))));
    }

    private Credited credited(Tenant owner, Fiat currency, String amount) {
        return credited(owner, currency, amount, Optional.of(account(currency, "0123456789")));
    }

    /// Credits a balance and says so, as the room of deposits does in one transaction.
    private Credited credited(Tenant owner, Fiat currency, String amount, Optional<BankAccount> settleTo) {
        enter(
                "test.credit",
                new Posting(
                        Account.system(AccountKind.LIQUIDITY, owner.environment(), currency.asset()),
                        Account.tenant(owner, currency),
                        currency.money(amount)));
        DepositSnapshot deposit = snapshot(currency, amount, settleTo);
        db.run(tx -> facts.write(
                tx,
                List.of(new NewFact(owner, deposit.id().value(), 1, clock.instant(), new DepositCompleted(deposit)))));
        return new Credited(owner, deposit);
    }

    private static BankAccount account(Fiat currency, String number) {
        return new BankAccount("39", "A Bank", number, "ADA OBI", currency, Optional.empty());
    }

    private DepositSnapshot snapshot(Fiat currency, String amount, Optional<BankAccount> settleTo) {
        BigDecimal none = BigDecimal.ZERO;
        return new DepositSnapshot(
                new DepositId(ids.next()),
                ids.next().value(),
                1,
                "cust-77",
                "B-1234AB",
                new AssetCode("SOL_USDC_JKVK"),
                Network.SOLANA,
                false,
                Optional.empty(),
                "address",
                "hash",
                0,
                3,
                Optional.of(7L),
                Optional.of("block"),
                BigDecimal.TEN,
                BigDecimal.TEN,
                currency,
                new BigDecimal(amount),
                none,
                none,
                none,
                new BigDecimal("1605"),
                BigDecimal.ONE,
                none,
                none,
                none,
                Optional.empty(),
                Optional.empty(),
                settleTo,
                clock.instant(),
                clock.instant());
    }
}
