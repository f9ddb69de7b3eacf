package dev.offramp.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Assets;
import dev.offramp.assets.Network;
import dev.offramp.chains.Signer;
import dev.offramp.chains.simulated.SimulatedChains;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.deposits.DepositCompleted;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.DepositSnapshot;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.Destination;
import dev.offramp.facts.Facts;
import dev.offramp.facts.NewFact;
import dev.offramp.jobs.Jobs;
import dev.offramp.keys.TestKeys;
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
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.Rails;
import dev.offramp.payouts.simulated.SimulatedRail;
import dev.offramp.rates.Rates;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.withdrawals.CoinSenders;
import dev.offramp.withdrawals.Withdrawals;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Balances, deposits credited to them, and what settles them.
abstract class SettlementFixture {

    final ManualClock clock = new ManualClock();
    final ObjectIds ids = new ObjectIds(clock, new Random(11));
    final Tenant tenant = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
    final Tenant live = new Tenant(tenant.integration(), Environment.PRODUCTION);
    TestDatabase test;
    Database db;
    Facts facts;
    Ledger ledger;
    Payouts payouts;
    SimulatedChains chains;
    Withdrawals withdrawals;
    Settlements settlements;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        db = test.database();
        facts = Facts.create(db, ids, TestServerKey.create());
        ledger = Ledger.create(db, clock);
        SimulatedRail rail = SimulatedRail.create(db, clock);
        Rails rails = Rails.none()
                .with(Environment.DEVELOPMENT, Fiat.NGN, rail)
                .with(Environment.DEVELOPMENT, Fiat.GHS, rail);
        payouts = Payouts.create(
                db, clock, ids, TestServerKey.create(), new Payouts.Uses(ledger, facts, Jobs.create(db, clock)), rails);
        chains = SimulatedChains.create(db, 7, Duration.ofSeconds(1), clock);
        withdrawals = withdrawals();
        settlements = Settlements.create(db, clock, ids, facts, payouts, withdrawals);
    }

    @AfterEach
    void close() {
        assertThat(db.transact(ledger::audit)).isEmpty();
        test.close();
    }

    void settle() {
        facts.sequence(1000);
        while (settlements.step().runOnce()) {
            clock.advance(Duration.ofMillis(1));
        }
    }

    Settlement settlement(Credited credited) {
        return settlements
                .of(List.of(credited.deposit().id()))
                .get(credited.deposit().id());
    }

    void assertSkipped(Credited credited, SkipReason reason) {
        assertThat(settlement(credited))
                .isInstanceOfSatisfying(
                        Settlement.Skipped.class,
                        skipped -> assertThat(skipped.reason()).isEqualTo(reason));
        assertThat(AllPayouts.of(db, payouts, credited.tenant()))
                .noneMatch(payout -> payout.deposit()
                        .equals(Optional.of(credited.deposit().id().value())));
    }

    PayoutSnapshot onlyPayout() {
        List<PayoutSnapshot> all = AllPayouts.of(db, payouts, tenant);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    Money available(Tenant owner, Fiat currency) {
        Account account = Account.tenant(owner, currency);
        return db.transact(tx -> ledger.available(tx, List.of(account))).get(account);
    }

    void spend(String naira) {
        spend(Fiat.NGN.money(naira), Fiat.NGN);
    }

    void spend(Money amount, Fiat currency) {
        Posting posting = new Posting(
                Account.tenant(tenant, currency),
                Account.system(AccountKind.RAIL, tenant.environment(), currency.asset()),
                amount);
        enter("test.spend", posting);
    }

    void enter(String purpose, Posting posting) {
        db.run(tx -> ledger.enter(tx, List.of(new Entry.Post(new Cause(purpose, ids.next()), List.of(posting)))));
    }

    Credited credited(Tenant owner, Fiat currency, String amount) {
        return credited(owner, currency, amount, Optional.of(account(currency, "0123456789")));
    }

    /// Credits a balance and says so, as the room of deposits does in one transaction.
    Credited credited(Tenant owner, Fiat currency, String amount, Optional<BankAccount> settleTo) {
        return credited(owner, currency, amount, settleTo, Optional.empty());
    }

    Credited credited(Tenant owner, String dollars, Destination.CoinAddress settleTo) {
        return credited(owner, Fiat.USD, dollars, Optional.empty(), Optional.of(settleTo));
    }

    private Credited credited(
            Tenant owner,
            Fiat currency,
            String amount,
            Optional<BankAccount> settleTo,
            Optional<Destination.CoinAddress> settleToAddress) {
        enter(
                "test.credit",
                new Posting(
                        Account.system(AccountKind.LIQUIDITY, owner.environment(), currency.asset()),
                        Account.tenant(owner, currency),
                        currency.money(amount)));
        DepositSnapshot deposit = snapshot(currency, amount, settleTo, settleToAddress);
        db.run(tx -> facts.write(
                tx,
                List.of(new NewFact(owner, deposit.id().value(), 1, clock.instant(), new DepositCompleted(deposit)))));
        return new Credited(owner, deposit);
    }

    static BankAccount account(Fiat currency, String number) {
        return new BankAccount("39", "A Bank", number, "ADA OBI", currency, Optional.empty());
    }

    private DepositSnapshot snapshot(
            Fiat currency,
            String amount,
            Optional<BankAccount> settleTo,
            Optional<Destination.CoinAddress> settleToAddress) {
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
                settleToAddress,
                clock.instant(),
                clock.instant());
    }

    /// Sends on Ethereum alone.
    private Withdrawals withdrawals() {
        Assets assets = Assets.create(clock, "http://localhost", List.of());
        Withdrawals.Uses uses =
                new Withdrawals.Uses(assets, Rates.create(db, clock, assets), ledger, facts, Jobs.create(db, clock));
        Signer signer = TestKeys.create()
                .hotWallet(Environment.DEVELOPMENT, Network.ETHEREUM.family())
                .orElseThrow();
        return Withdrawals.create(
                db, clock, ids, uses, CoinSenders.of(List.of(chains.sender(Network.ETHEREUM, signer))));
    }
}
