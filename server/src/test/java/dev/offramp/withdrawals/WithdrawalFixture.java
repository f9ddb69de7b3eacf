package dev.offramp.withdrawals;

import dev.offramp.assets.Assets;
import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.simulated.Coin;
import dev.offramp.chains.simulated.SimulatedChains;
import dev.offramp.db.CommitPoints;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.facts.Fact;
import dev.offramp.facts.FactBody;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.Step;
import dev.offramp.keys.Keys;
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
import dev.offramp.rates.Rates;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A tenant with dollars, the sandbox's chains, and the withdrawals between them.
final class WithdrawalFixture implements AutoCloseable {

    static final String PAYEE = "0x1111111111111111111111111111111111111111";
    static final String DEAD = "0x000000000000000000000000000000000000dEaD";
    static final AssetCode USDT = new AssetCode("USDT_ETH_TEST5_WFZR");
    static final AssetCode ETH = new AssetCode("ETH_TEST5");

    private static final int RUNS_MAX = 100;

    final ManualClock clock = new ManualClock();
    final ObjectIds ids = new ObjectIds(clock, new Random(4));
    final Tenant tenant = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
    final Keys keys = TestKeys.create();
    final TestDatabase test;
    final Database db;
    final Ledger ledger;
    final Facts facts;
    final SimulatedChains chains;
    final MoodySender ethereum;
    Withdrawals withdrawals;

    WithdrawalFixture() {
        this(CommitPoints.NONE);
    }

    WithdrawalFixture(CommitPoints commitPoints) {
        test = TestDatabase.create(commitPoints);
        db = test.database();
        ledger = Ledger.create(db, clock);
        facts = Facts.create(db, ids, TestServerKey.create());
        chains = SimulatedChains.create(db, 7, Duration.ofSeconds(1), clock);
        ethereum = sender(chains);
        withdrawals = started(db, CoinSenders.of(List.of(ethereum)));
    }

    MoodySender sender(SimulatedChains of) {
        return new MoodySender(of.sender(
                TokenNetwork.ERC20.network(),
                keys.hotWallet(
                                Environment.DEVELOPMENT,
                                TokenNetwork.ERC20.network().family())
                        .orElseThrow()));
    }

    /// The room as a process that has just started builds it.
    Withdrawals started(Database database, CoinSenders senders) {
        Assets assets = Assets.create(clock, "http://localhost", List.of());
        Withdrawals.Uses uses = new Withdrawals.Uses(
                assets,
                Rates.create(database, clock, assets),
                Ledger.create(database, clock),
                Facts.create(database, ids, TestServerKey.create()),
                Jobs.create(database, clock));
        return Withdrawals.create(database, clock, ids, uses, senders);
    }

    /// One sender for every network.
    CoinSenders everywhere() {
        List<CoinSender> all = new ArrayList<>();
        for (TokenNetwork network : TokenNetwork.values()) {
            all.add(chains.sender(
                    network.network(),
                    keys.hotWallet(Environment.DEVELOPMENT, network.network().family())
                            .orElseThrow()));
        }
        return CoinSenders.of(all);
    }

    void credit(String amount) {
        Posting posting = new Posting(
                Account.system(AccountKind.LIQUIDITY, tenant.environment(), Fiat.USD.asset()),
                Account.tenant(tenant, Fiat.USD),
                Fiat.USD.money(amount));
        db.run(tx -> ledger.enter(tx, List.of(new Entry.Post(new Cause("test.credit", ids.next()), List.of(posting)))));
    }

    NewWithdrawal wish(String amount, String address) {
        return wish(TokenNetwork.ERC20, amount, address, Optional.empty());
    }

    NewWithdrawal wish(TokenNetwork network, String amount, String address, Optional<String> externalId) {
        return new NewWithdrawal(
                tenant,
                new WithdrawalOrigin.Request(externalId),
                Token.USDT,
                network,
                address,
                new Asked.Dollars(Fiat.USD.money(amount)),
                FeeLevel.MEDIUM);
    }

    List<Placement> place(NewWithdrawal... wishes) {
        return db.transact(tx -> withdrawals.place(tx, List.of(wishes)));
    }

    WithdrawalSnapshot placed(NewWithdrawal wish) {
        return ((Placement.Placed) place(wish).getFirst()).withdrawal();
    }

    WithdrawalSnapshot find(WithdrawalSnapshot withdrawal) {
        return withdrawals.find(tenant, withdrawal.id().toString()).orElseThrow();
    }

    /// Runs the chains and the room's steps for `time`, second by second.
    void run(Duration time) {
        for (long second = 0; second <= time.toSeconds(); second++) {
            chains.step().runOnce();
            withdrawals.steps().forEach(WithdrawalFixture::drain);
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

    Money balance(AccountKind kind, AssetCode asset) {
        return db.transact(ledger::balances)
                .getOrDefault(Account.system(kind, Environment.DEVELOPMENT, asset), Money.zero(asset));
    }

    Money available() {
        Account account = Account.tenant(tenant, Fiat.USD);
        return db.transact(tx -> ledger.available(tx, List.of(account))).get(account);
    }

    /// What the chain says that Ethereum's hot wallet has sent of its USDT.
    BigInteger sent() {
        return db.transact(tx -> chains.sent(tx, TokenNetwork.ERC20.network())).entrySet().stream()
                .filter(each -> isUsdt(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(BigInteger.ZERO);
    }

    private static boolean isUsdt(Coin coin) {
        return coin.contract()
                .filter(contract -> contract.value().equals(USDT.value()))
                .isPresent();
    }

    /// Kinds and sequences of all facts, per withdrawal: `WithdrawalPlaced 1`.
    Map<WithdrawalId, List<String>> factsByWithdrawal() {
        Set<Class<? extends FactBody>> kinds = Set.of(
                WithdrawalFact.WithdrawalPlaced.class,
                WithdrawalFact.WithdrawalProcessing.class,
                WithdrawalFact.WithdrawalCompleted.class,
                WithdrawalFact.WithdrawalRejected.class,
                WithdrawalFact.WithdrawalReversed.class);
        List<Fact> all = new ArrayList<>();
        facts.sequence(10_000);
        facts.follow("test" + ids.next(), kinds, 10_000, (tx, seen) -> all.addAll(seen));
        Map<WithdrawalId, List<String>> byWithdrawal = new LinkedHashMap<>();
        for (Fact fact : all) {
            byWithdrawal
                    .computeIfAbsent(new WithdrawalId(fact.subject()), _ -> new ArrayList<>())
                    .add(fact.kind() + " " + fact.sequence());
        }
        return byWithdrawal;
    }

    List<String> audit() {
        return db.transact(ledger::audit);
    }

    @Override
    public void close() {
        test.close();
    }
}
