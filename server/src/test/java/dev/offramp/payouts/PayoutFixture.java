package dev.offramp.payouts;

import dev.offramp.db.CommitPoints;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.destinations.BankAccount;
import dev.offramp.facts.Fact;
import dev.offramp.facts.FactBody;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.Step;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Ledger;
import dev.offramp.ledger.Posting;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.simulated.SimulatedRail;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A tenant with money, a rail, and the payouts between them.
final class PayoutFixture implements AutoCloseable {

    static final String PAYS = "0123456789";
    private static final int RUNS_MAX = 100;

    final ManualClock clock = new ManualClock();
    final ObjectIds ids = new ObjectIds(clock, new Random(3));
    final Tenant tenant = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
    final TestDatabase test;
    final Database db;
    final Ledger ledger;
    final Facts facts;
    final Jobs jobs;
    final SimulatedRail simulated;
    final Rail rail;
    Payouts payouts;

    PayoutFixture() {
        this(CommitPoints.NONE, rail -> rail);
    }

    /// @param around what stands between the payouts and the simulated rail
    PayoutFixture(CommitPoints commitPoints, UnaryOperator<Rail> around) {
        test = TestDatabase.create(commitPoints);
        db = test.database();
        ledger = Ledger.create(db, clock);
        facts = Facts.create(db, ids, TestServerKey.create());
        jobs = Jobs.create(db, clock);
        simulated = SimulatedRail.create(db, clock);
        rail = around.apply(simulated);
        payouts = started(db);
    }

    /// The room as a process that has just started builds it.
    Payouts started(Database database) {
        Rails rails = Rails.none()
                .with(Environment.DEVELOPMENT, Fiat.NGN, rail)
                .with(Environment.DEVELOPMENT, Fiat.GHS, rail);
        return Payouts.create(
                database,
                clock,
                ids,
                TestServerKey.create(),
                new Payouts.Uses(
                        Ledger.create(database, clock),
                        Facts.create(database, ids, TestServerKey.create()),
                        Jobs.create(database, clock)),
                rails);
    }

    void credit(Tenant owner, Fiat currency, String amount) {
        Posting posting = new Posting(
                Account.system(AccountKind.LIQUIDITY, owner.environment(), currency.asset()),
                Account.tenant(owner, currency),
                currency.money(amount));
        db.run(tx -> ledger.enter(tx, List.of(new Entry.Post(new Cause("test.credit", ids.next()), List.of(posting)))));
    }

    NewPayout settlement(String amount, String accountNumber) {
        return settlement(tenant, Fiat.NGN, amount, accountNumber);
    }

    NewPayout settlement(Tenant owner, Fiat currency, String amount, String accountNumber) {
        return new NewPayout(
                owner,
                new PayoutOrigin.Settlement(ids.next()),
                currency.money(amount),
                account(currency, accountNumber));
    }

    static BankAccount account(Fiat currency, String accountNumber) {
        return new BankAccount("39", "A Bank", accountNumber, "ADA OBI", currency, Optional.of("rent"));
    }

    List<Placement> place(NewPayout... wishes) {
        return db.transact(tx -> payouts.place(tx, List.of(wishes)));
    }

    PayoutSnapshot placed(NewPayout wish) {
        return ((Placement.Placed) place(wish).getFirst()).payout();
    }

    PayoutSnapshot find(PayoutSnapshot payout) {
        return payouts.find(tenant, payout.id().toString()).orElseThrow();
    }

    /// Runs the room's steps for `time`, second by second.
    void run(Duration time) {
        for (long second = 0; second <= time.toSeconds(); second++) {
            payouts.steps().forEach(PayoutFixture::drain);
            clock.advance(Duration.ofSeconds(1));
        }
    }

    static void drain(Step step) {
        for (int turn = 0; step.runOnce(); turn++) {
            if (turn == RUNS_MAX) {
                throw new IllegalStateException(step.name() + " never ends");
            }
        }
    }

    Money balance(AccountKind kind, Fiat currency) {
        return db.transact(ledger::balances)
                .getOrDefault(
                        Account.system(kind, Environment.DEVELOPMENT, currency.asset()), Money.zero(currency.asset()));
    }

    Money available() {
        Account account = Account.tenant(tenant, Fiat.NGN);
        return db.transact(tx -> ledger.available(tx, List.of(account))).get(account);
    }

    /// Kinds and sequences of all facts, per payout: `PayoutPlaced 1`.
    Map<PayoutId, List<String>> factsByPayout() {
        Set<Class<? extends FactBody>> kinds = Set.of(
                PayoutFact.PayoutPlaced.class,
                PayoutFact.PayoutProcessing.class,
                PayoutFact.PayoutCompleted.class,
                PayoutFact.PayoutRejected.class,
                PayoutFact.PayoutReversed.class);
        List<Fact> all = new ArrayList<>();
        facts.sequence(10_000);
        facts.follow("test" + ids.next(), kinds, 10_000, (tx, seen) -> all.addAll(seen));
        Map<PayoutId, List<String>> byPayout = new LinkedHashMap<>();
        for (Fact fact : all) {
            byPayout.computeIfAbsent(new PayoutId(fact.subject()), _ -> new ArrayList<>())
                    .add(fact.kind() + " " + fact.sequence());
        }
        return byPayout;
    }

    List<String> audit() {
        return db.transact(ledger::audit);
    }

    @Override
    public void close() {
        test.close();
    }
}
