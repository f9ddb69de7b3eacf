package dev.offramp.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Outcome ENTERED = new Outcome.Entered();

    private final ManualClock clock = new ManualClock();
    private final ObjectIds ids = new ObjectIds(clock, new Random(7));
    private final Tenant tenant = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
    private final Account balance = Account.tenant(tenant, Fiat.NGN);
    private final Account liquidity = system(AccountKind.LIQUIDITY);
    private final Account rail = system(AccountKind.RAIL);
    private final Account fees = system(AccountKind.FEES);
    private TestDatabase test;
    private Database db;
    private Ledger ledger;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        db = test.database();
        ledger = Ledger.create(db, clock);
    }

    @AfterEach
    void close() {
        assertThat(db.transact(ledger::audit)).isEmpty();
        test.close();
    }

    @Test
    void creditsAndShowsTheBalanceOnBothSides() {
        assertThat(enter(credit("94221.52"))).containsExactly(ENTERED);

        assertThat(available()).isEqualTo(ngn("94221.52"));
        assertThat(db.transact(ledger::balances)).containsEntry(liquidity, ngn("-94221.52"));
    }

    @Test
    void decidesABatchInOrder() {
        List<Outcome> outcomes =
                enter(hold(ids.next(), "10.00"), credit("15.00"), hold(ids.next(), "10.00"), hold(ids.next(), "6.00"));

        assertThat(outcomes)
                .containsExactly(
                        new Outcome.InsufficientFunds(ngn("0.00")),
                        ENTERED,
                        ENTERED,
                        new Outcome.InsufficientFunds(ngn("5.00")));
        assertThat(available()).isEqualTo(ngn("5.00"));
    }

    @Test
    void postsAHoldAsSeveralPostingsAndFreesTheRest() {
        ObjectId payout = ids.next();
        enter(credit("100.00"), hold(payout, "90.00"));

        enter(new Entry.PostHeld(
                holdCause(payout),
                new Cause("payout.complete", payout),
                List.of(new Posting(balance, rail, ngn("70.00")), new Posting(balance, fees, ngn("2.00")))));

        assertThat(available()).isEqualTo(ngn("28.00"));
        assertThat(db.transact(ledger::balances))
                .containsEntry(rail, ngn("70.00"))
                .containsEntry(fees, ngn("2.00"));
    }

    @Test
    void releasesAHoldOnce() {
        ObjectId payout = ids.next();
        enter(credit("100.00"), hold(payout, "90.00"));

        enter(new Entry.Release(holdCause(payout)));

        assertThat(available()).isEqualTo(ngn("100.00"));
        assertThatThrownBy(() -> enter(new Entry.Release(holdCause(payout)))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neverTakesMoreThanWasHeld() {
        ObjectId payout = ids.next();
        enter(credit("100.00"), hold(payout, "10.00"));

        Entry tooMuch = new Entry.PostHeld(
                holdCause(payout),
                new Cause("payout.complete", payout),
                List.of(new Posting(balance, rail, ngn("10.01"))));
        assertThatThrownBy(() -> enter(tooMuch)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAPostingThatWouldOverdraw() {
        Entry spend =
                new Entry.Post(new Cause("test.spend", ids.next()), List.of(new Posting(balance, rail, ngn("0.01"))));

        assertThat(enter(spend)).containsExactly(new Outcome.InsufficientFunds(ngn("0.00")));
        assertThat(db.transact(ledger::balances).getOrDefault(rail, ngn("0.00")))
                .isEqualTo(ngn("0.00"));
    }

    @Test
    void booksACauseOnce() {
        Cause cause = new Cause("deposit.credit", ids.next());
        Entry once = new Entry.Post(cause, List.of(new Posting(liquidity, balance, ngn("1.00"))));
        enter(once);

        assertThatThrownBy(() -> enter(once)).hasMessageContaining("posting_cause");
        assertThat(available()).isEqualTo(ngn("1.00"));
    }

    @Test
    void forgetsAnAccountWhoseTransactionWasRolledBack() {
        assertThatThrownBy(() -> db.run(tx -> {
                    ledger.enter(tx, List.of(credit("1.00")));
                    ledger.enter(tx, List.of(credit("1.00")));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        enter(credit("2.00"));

        assertThat(available()).isEqualTo(ngn("2.00"));
    }

    @Test
    void checkpointsWithoutChangingAnyBalance() {
        enter(credit("5.00"));
        ledger.checkpoint();
        enter(credit("7.00"));
        var before = db.transact(ledger::balances);
        ledger.checkpoint();
        ledger.checkpoint();

        assertThat(db.transact(ledger::balances)).isEqualTo(before).containsEntry(liquidity, ngn("-12.00"));
    }

    @Test
    void sharesOneBalanceFairlyAmongParallelSpenders() throws InterruptedException {
        enter(credit("50.00"));
        AtomicInteger accepted = new AtomicInteger();
        List<Thread> spenders = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ObjectId payout = ids.next();
            spenders.add(Thread.ofVirtual().start(() -> {
                if (enter(hold(payout, "1.00")).equals(List.of(ENTERED))) {
                    accepted.incrementAndGet();
                }
            }));
        }
        for (Thread spender : spenders) {
            spender.join();
        }

        assertThat(accepted).hasValue(50);
        assertThat(available()).isEqualTo(ngn("0.00"));
    }

    @Test
    void auditFindsARowThatDisagreesWithItsPostings() {
        enter(credit("5.00"));
        db.run(tx -> tx.sql().execute("UPDATE guarded_balance SET posted = posted + 1"));

        assertThat(db.transact(ledger::audit)).singleElement().asString().contains("has posted 501");

        db.run(tx -> tx.sql().execute("UPDATE guarded_balance SET posted = posted - 1"));
    }

    @Test
    void keepsWeiExactly() {
        AssetCode ether = new AssetCode("ETH_TEST5");
        Money amount = new Money(ether, new BigInteger("123456789012345678901234567890"));
        Account custody = Account.system(AccountKind.CUSTODY, Environment.DEVELOPMENT, ether);
        Account exchange = Account.system(AccountKind.LIQUIDITY, Environment.DEVELOPMENT, ether);
        enter(new Entry.Post(new Cause("test", ids.next()), List.of(new Posting(custody, exchange, amount))));

        assertThat(db.transact(ledger::balances)).containsEntry(custody, amount.negated());
    }

    private List<Outcome> enter(Entry... entries) {
        return db.transact(tx -> ledger.enter(tx, List.of(entries)));
    }

    private Entry credit(String amount) {
        return new Entry.Post(
                new Cause("deposit.credit", ids.next()), List.of(new Posting(liquidity, balance, ngn(amount))));
    }

    private Entry hold(ObjectId payout, String amount) {
        return new Entry.Hold(holdCause(payout), balance, ngn(amount));
    }

    private static Cause holdCause(ObjectId payout) {
        return new Cause("payout.hold", payout);
    }

    private Money available() {
        return db.transact(tx -> ledger.available(tx, List.of(balance))).get(balance);
    }

    private static Money ngn(String amount) {
        return Fiat.NGN.money(amount);
    }

    private static Account system(AccountKind kind) {
        return Account.system(kind, Environment.DEVELOPMENT, Fiat.NGN.asset());
    }
}
