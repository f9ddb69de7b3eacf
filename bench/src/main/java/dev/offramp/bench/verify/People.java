package dev.offramp.bench.verify;

import dev.offramp.app.Platform;
import dev.offramp.assets.Asset;
import dev.offramp.assets.Network;
import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.Fate;
import dev.offramp.chains.simulated.NewTransaction;
import dev.offramp.chains.simulated.Output;
import dev.offramp.db.ObjectId;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.MockTrade;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.Destination;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.NewIntegration;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.withdrawals.Asked;
import dev.offramp.withdrawals.FeeLevel;
import dev.offramp.withdrawals.NewWithdrawal;
import dev.offramp.withdrawals.WithdrawalOrigin;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Everyone outside: integrators who make addresses, set them up and withdraw, senders of coins, miners who change
/// their minds.
final class People {

    static final Set<Network> NETWORKS =
            Set.of(Network.SOLANA, Network.TRON, Network.ETHEREUM, Network.BITCOIN, Network.BSC);

    private static final List<String> ASSETS =
            List.of("SOL_USDC_JKVK", "USDT_TRX_TEST2", "ETH_TEST5", "BTC_TEST", "USDT_BSC_TEST");
    private static final List<String> USD = List.of("10", "30", "45", "60", "250", "1200", "7000");

    /// Account numbers by how the sandbox's rail treats them; most are simply paid.
    private static final List<String> ACCOUNTS =
            List.of("0123456789", "0123456780", "0123456781", "0000000001", "0000000002", "0000000003", "0000000004");

    private static final String SOLANA_PAYEE = "Hh8QwFUA6MtVu1qAoq12ucvFHNwCcVTV7hpWjeY1Hztb";
    private static final List<String> PAYEES = List.of(
            "0x1111111111111111111111111111111111111111",
            "0x2222222222222222222222222222222222222222",
            "0x000000000000000000000000000000000000dEaD");
    private static final Destination PAYEE =
            new Destination.CoinAddress(Token.USDT, TokenNetwork.ERC20, PAYEES.getFirst());

    /// The first is the usual one.
    private static final List<BigInteger> PRICES =
            List.of(BigInteger.valueOf(1_000), BigInteger.valueOf(1_300), BigInteger.valueOf(10_000));

    private static final List<Fate> FATES = List.of(
            new Fate.Kept(),
            new Fate.Moved(),
            new Fate.Moved(),
            new Fate.Returned(0),
            new Fate.Returned(2),
            new Fate.Dropped());

    /// Fewer blocks than a deposit needs: what is credited stays.
    private static final int REORG_MAX = 2;

    private final RandomGenerator random;
    private final Platform platform;
    private final List<Tenant> tenants = new ArrayList<>();
    private final List<Wallet> wallets = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private int count;

    private record Sent(TxHash hash, Network network) {}

    People(RandomGenerator random, Platform platform) {
        this.random = random;
        this.platform = platform;
        for (String name : List.of("Ada", "Obi")) {
            NewIntegration.Created made =
                    (NewIntegration.Created) platform.tenancy().createIntegration(name);
            Tenant tenant = new Tenant(made.integration().id(), Environment.DEVELOPMENT);
            tenants.add(tenant);
            platform.webhooks().addEndpoint(tenant, "http://127.0.0.1:9/" + name, new Endpoint.Events.All());
            makeWallet(tenant);
        }
    }

    void act() {
        switch (random.nextInt(16)) {
            case 0, 1 -> makeWallet(any(tenants));
            case 2 -> setUp();
            case 3, 4, 5, 6 -> send();
            case 7 -> mock();
            case 8 -> reorganise();
            case 9 -> platform.sandbox().drop(anySent());
            case 10 -> platform.sandbox().rebroadcast(anySent());
            case 11, 12 -> withdraw();
            case 13 -> disturbSending();
            case 14 -> settleAgain();
            default -> replace();
        }
    }

    private void makeWallet(Tenant tenant) {
        Asset asset = asset(any(ASSETS));
        Generation made = platform.wallets().generate(tenant, asset, new Label("customer " + ++count));
        Wallet wallet = ((Generation.Generated) made).wallet();
        wallets.add(wallet);
        if (random.nextBoolean()) {
            platform.destinations().link(wallet.id(), bank(), Optional.of(random.nextInt(4) > 0));
        }
    }

    private void setUp() {
        Tenant tenant = any(tenants);
        platform.db().run(tx -> {
            switch (random.nextInt(5)) {
                case 4 -> platform.destinations().setBusinessWide(tx, tenant, PAYEE);
                case 0 -> platform.destinations().setBusinessWide(tx, tenant, new Destination.Bank(bank()));
                case 1 -> platform.destinations().clearBusinessWide(tx, tenant);
                case 2 -> platform.tenancy().setReceiveCurrency(tx, tenant, any(List.of(Fiat.values())));
                default -> platform.tenancy().setMarkup(tx, tenant, new BigDecimal(random.nextInt(4)));
            }
        });
    }

    /// Often there is nothing to withdraw, and sometimes the payee cannot be paid.
    private void withdraw() {
        Tenant tenant = any(tenants);
        boolean isSolana = random.nextInt(3) == 0;
        NewWithdrawal wish = new NewWithdrawal(
                tenant,
                new WithdrawalOrigin.Request(Optional.of("w-" + ++count)),
                any(List.of(Token.values())),
                isSolana ? TokenNetwork.SOL : any(List.of(TokenNetwork.ERC20, TokenNetwork.BSC)),
                isSolana ? SOLANA_PAYEE : any(PAYEES),
                new Asked.Dollars(Fiat.USD.money(any(List.of("5.00", "20.00", "60.00")))),
                any(List.of(FeeLevel.values())));
        platform.db().run(tx -> {
            platform.conversions().buyDollars(tx, tenant, new BigDecimal("40000"), Fiat.NGN);
            platform.withdrawals().place(tx, List.of(wish));
        });
    }

    /// Whatever became of it: what is under way or paid must not be settled twice.
    private void settleAgain() {
        List<String> settled = column("SELECT deposit FROM settlement ORDER BY deposit");
        if (!settled.isEmpty()) {
            platform.settlements().again(new DepositId(new ObjectId(any(settled))));
        }
    }

    private List<String> column(String question) {
        return platform.db()
                .transact(
                        tx -> tx.sql().createQuery(question).mapTo(String.class).list());
    }

    /// Nodes ask for more, or forget what waits.
    private void disturbSending() {
        Network network = any(List.of(Network.ETHEREUM, Network.BSC, Network.SOLANA));
        if (random.nextBoolean()) {
            platform.sandbox().setPrice(network, any(PRICES));
        } else {
            List<String> outgoing = column("SELECT hash FROM simulated_outgoing ORDER BY hash");
            if (!outgoing.isEmpty()) {
                platform.sandbox().drop(new TxHash(any(outgoing)));
            }
        }
    }

    private BankAccount bank() {
        Fiat currency = random.nextInt(4) == 0 ? Fiat.GHS : Fiat.NGN;
        return new BankAccount(
                currency == Fiat.GHS ? "1" : "25", "Bank", any(ACCOUNTS), "ADA OBI", currency, Optional.empty());
    }

    /// Now and then several at once, so that blocks hold more than one.
    private void send() {
        Wallet first = any(wallets);
        Asset asset = platform.assets().find(first.asset()).orElseThrow();
        int times = random.nextInt(1, 4);
        for (int i = 0; i < times; i++) {
            send(first, asset);
        }
    }

    private void send(Wallet first, Asset asset) {
        List<Output> outputs = new ArrayList<>();
        outputs.add(pays(first, asset));
        for (Wallet other : wallets) {
            if (sameNetwork(other, asset) && random.nextInt(4) == 0 && outputs.size() < 4) {
                outputs.add(pays(other, platform.assets().find(other.asset()).orElseThrow()));
            }
        }
        if (random.nextInt(10) == 0) {
            outputs.add(Output.fake(first.address(), asset, BigInteger.TEN));
        }
        NewTransaction transaction = NewTransaction.paying(asset.network(), outputs)
                .from(new Address("sender " + count))
                .waiting(random.nextInt(3));
        TxHash hash = platform.sandbox().send(random.nextInt(10) == 0 ? transaction.failing() : transaction);
        sent.add(new Sent(hash, asset.network()));
    }

    private boolean sameNetwork(Wallet wallet, Asset asset) {
        return platform.assets().find(wallet.asset()).orElseThrow().network() == asset.network();
    }

    private Output pays(Wallet wallet, Asset asset) {
        return Output.of(wallet.address(), asset, units(asset, coins(asset, any(USD))));
    }

    private BigDecimal coins(Asset asset, String usd) {
        BigDecimal price = platform.db()
                .transact(tx ->
                        platform.rates().board(tx, Environment.DEVELOPMENT).price(asset))
                .orElseThrow()
                .rate()
                .value();
        return new BigDecimal(usd).divide(price, asset.decimals(), RoundingMode.DOWN);
    }

    private static BigInteger units(Asset asset, BigDecimal coins) {
        return coins.movePointRight(asset.decimals()).toBigIntegerExact();
    }

    private void mock() {
        Wallet wallet = any(wallets);
        Asset asset = platform.assets().find(wallet.asset()).orElseThrow();
        String usd = any(USD);
        String name = "mock-" + ++count;
        platform.deposits()
                .mock(
                        wallet.tenant(),
                        new MockTrade(
                                wallet.address(),
                                wallet.asset(),
                                new BigDecimal(usd),
                                coins(asset, usd),
                                name,
                                new TxHash(name),
                                Optional.empty(),
                                1));
        sent.add(new Sent(new TxHash(name), asset.network()));
    }

    private void reorganise() {
        Network network = asset(any(ASSETS)).network();
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            fates.add(any(FATES));
        }
        platform.sandbox()
                .reorg(
                        network,
                        random.nextInt(1, REORG_MAX + 1),
                        hash -> fates.get(Math.floorMod(hash.value().hashCode(), fates.size())));
    }

    /// Spends the coins of a waiting transaction on somebody else of the same network.
    private void replace() {
        Wallet wallet = any(wallets);
        Asset asset = asset(wallet.asset().value());
        List<Sent> replaceable =
                sent.stream().filter(each -> each.network() == asset.network()).toList();
        if (!replaceable.isEmpty()) {
            platform.sandbox().replace(any(replaceable).hash(), List.of(pays(wallet, asset)));
        }
    }

    private TxHash anySent() {
        return sent.isEmpty() ? new TxHash("none") : any(sent).hash();
    }

    private Asset asset(String code) {
        return platform.assets().find(new AssetCode(code)).orElseThrow();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
