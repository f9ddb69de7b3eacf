package dev.offramp.deposits;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.assets.Network;
import dev.offramp.assets.NetworkSetting;
import dev.offramp.chains.Address;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.BroadcastOutcome;
import dev.offramp.chains.simulated.Fate;
import dev.offramp.chains.simulated.NewTransaction;
import dev.offramp.chains.simulated.Output;
import dev.offramp.chains.simulated.SimulatedChains;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.Destination;
import dev.offramp.destinations.Destinations;
import dev.offramp.facts.Fact;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Step;
import dev.offramp.keys.TestKeys;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Ledger;
import dev.offramp.lists.ListQuery;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.rates.Rates;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.NewIntegration;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.Wallets;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/// The room on a real database and the simulated chain, moved step by step.
final class DepositWorld implements AutoCloseable {

    private static final Set<Class<? extends dev.offramp.facts.FactBody>> KINDS =
            Set.of(DepositPending.class, DepositCompleted.class, DepositFlagged.class, DepositDeleted.class);

    final ManualClock clock = new ManualClock();
    final TestDatabase test = TestDatabase.create();
    final Database db = test.database();
    final Random random = new Random(11);
    final ObjectIds ids = new ObjectIds(clock, random);
    final Tenancy tenancy = Tenancy.create(db, TestServerKey.create(), ids, clock, random);
    /// Of the real networks it knows Ethereum.
    final Assets assets = Assets.create(clock, "http://localhost", List.of(NetworkSetting.of(Network.ETHEREUM)));
    final Facts facts = Facts.create(db, ids, TestServerKey.create());
    final Ledger ledger = Ledger.create(db, clock);
    final Wallets wallets = Wallets.create(db, TestKeys.create(), facts, ids, clock);
    final Destinations destinations = Destinations.create(db, clock, TestServerKey.create());
    final SimulatedChains chains = SimulatedChains.create(db, 5, Duration.ofSeconds(1), clock);
    final Deposits deposits = Deposits.create(
            db,
            clock,
            ids,
            new Deposits.Uses(assets, Rates.create(db, clock, assets), tenancy, destinations, wallets, ledger, facts),
            (tx, network, hash, sender, output) -> chains.broadcast(
                            tx,
                            hash,
                            new NewTransaction(
                                    network,
                                    sender,
                                    List.of(new Output(output.recipient(), output.contract(), output.units())),
                                    false,
                                    0))
                    instanceof BroadcastOutcome.Broadcast);
    final Tenant tenant = newTenant("one");

    Tenant newTenant(String name) {
        NewIntegration.Created made = (NewIntegration.Created) tenancy.createIntegration(name);
        return new Tenant(made.integration().id(), Environment.DEVELOPMENT);
    }

    Asset asset(String code) {
        return assets.find(new AssetCode(code)).orElseThrow();
    }

    Wallet wallet(String code, String label) {
        return ((Generation.Generated) wallets.generate(tenant, asset(code), new Label(label))).wallet();
    }

    void settleTo(Destination destination) {
        db.run(tx -> destinations.setBusinessWide(tx, tenant, destination));
    }

    void link(Wallet wallet, Fiat currency) {
        BankAccount bank = new BankAccount("25", "OPay", "0123456789", "ADA OBI", currency, Optional.empty());
        destinations.link(wallet.id(), bank, Optional.of(true));
    }

    Output pays(Wallet wallet, String code, String coins) {
        return Output.of(wallet.address(), asset(code), units(code, coins));
    }

    BigInteger units(String code, String coins) {
        return new BigDecimal(coins).movePointRight(asset(code).decimals()).toBigIntegerExact();
    }

    TxHash send(Network network, Output... outputs) {
        return chains.send(NewTransaction.paying(network, List.of(outputs)).from(new Address("somebody")));
    }

    void reorg(Network network, int depth, Fate fate) {
        chains.reorg(network, depth, fate);
    }

    void look(Network network) {
        Step watch = deposits.watch(chains.chain(network), OptionalLong.of(0));
        while (watch.runOnce()) {
            continue;
        }
    }

    /// Mines `blocks`, looking after each.
    void mine(Network network, int blocks) {
        for (int i = 0; i < blocks; i++) {
            chains.mine(1);
            look(network);
        }
        credit();
    }

    void credit() {
        while (deposits.credit().runOnce()) {
            continue;
        }
    }

    /// Kinds and subjects' snapshots since the last call.
    List<DepositSnapshot> news() {
        List<DepositSnapshot> snapshots = new ArrayList<>();
        told().forEach(fact -> snapshots.add(snapshot(fact)));
        return snapshots;
    }

    List<String> newsKinds() {
        return told().stream().map(Fact::kind).toList();
    }

    List<Fact> told() {
        List<Fact> told = new ArrayList<>();
        while (facts.sequence(1000)) {
            continue;
        }
        while (facts.follow("test", KINDS, 1000, (tx, more) -> told.addAll(more))) {
            continue;
        }
        return told;
    }

    DepositSnapshot snapshot(Fact fact) {
        return switch (fact.kind()) {
            case "DepositPending" -> facts.body(fact, DepositPending.class).deposit();
            case "DepositCompleted" -> facts.body(fact, DepositCompleted.class).deposit();
            case "DepositFlagged" -> facts.body(fact, DepositFlagged.class).deposit();
            case "DepositDeleted" -> facts.body(fact, DepositDeleted.class).deposit();
            case String other -> throw new IllegalStateException(other);
        };
    }

    List<Deposit> all() {
        return db.view(tx -> deposits.list().page(tx, tenant, ListQuery.page(1, 100)))
                .items()
                .reversed();
    }

    Deposit only() {
        List<Deposit> all = all();
        if (all.size() != 1) {
            throw new AssertionError("not one deposit: " + all);
        }
        return all.getFirst();
    }

    Money balance(Fiat currency) {
        Account account = Account.tenant(tenant, currency);
        return db.transact(tx -> ledger.available(tx, List.of(account))).get(account);
    }

    Money system(AccountKind kind, AssetCode asset) {
        Account account = Account.system(kind, Environment.DEVELOPMENT, asset);
        return db.transact(ledger::balances).getOrDefault(account, Money.zero(asset));
    }

    @Override
    public void close() {
        List<String> faults = db.transact(ledger::audit);
        test.close();
        if (!faults.isEmpty()) {
            throw new AssertionError(faults);
        }
    }
}
