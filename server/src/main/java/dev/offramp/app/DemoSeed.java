package dev.offramp.app;

import dev.offramp.assets.Asset;
import dev.offramp.backups.Progress;
import dev.offramp.chains.TxHash;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.MockTrade;
import dev.offramp.destinations.BankAccount;
import dev.offramp.money.Fiat;
import dev.offramp.rates.RateBoard;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Fills the sandbox of an integration with customers and what they paid, through the rooms that do it for real: mock
/// deposits on the simulated chains, which the server's loops then credit and settle like any others.
public final class DemoSeed {

    /// In one transaction.
    private static final int BATCH = 100;

    /// Of so many wallets one has a bank of its own, to which its deposits go by themselves.
    private static final int WITH_BANK = 3;

    /// What customers pay, in cents: mostly above every minimum, so that few are held back.
    private static final int CENTS_MIN = 500;

    private static final int CENTS_MAX = 200_000;
    private static final int PRICE_DIGITS = 8;

    private final Platform platform;
    private final RandomGenerator random;
    private final Progress progress;
    private final Tenant tenant;
    private final String run;

    private DemoSeed(Platform platform, RandomGenerator random, Progress progress, IntegrationId integration) {
        this.platform = platform;
        this.random = random;
        this.progress = progress;
        // Production is out of reach from here.
        this.tenant = new Tenant(integration, Environment.DEVELOPMENT);
        this.run = platform.ids().next().toString();
    }

    /// @param run in the labels and references of what was made
    public record Made(String run, int wallets, int deposits) {}

    public static Made fill(
            Platform platform,
            RandomGenerator random,
            Progress progress,
            IntegrationId integration,
            int wallets,
            int deposits) {
        DemoSeed seed = new DemoSeed(platform, random, progress, integration);
        List<Wallet> made = seed.wallets(wallets);
        seed.deposits(made, deposits);
        return new Made(seed.run, wallets, deposits);
    }

    private List<Wallet> wallets(int count) {
        List<Asset> assets = platform.assets().list(Environment.DEVELOPMENT);
        List<Wallet> wallets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Label label = new Label("customer " + (i + 1) + " of " + run);
            Wallet wallet = switch (platform.wallets().generate(tenant, assets.get(i % assets.size()), label)) {
                case Generation.Generated(Wallet generated) -> generated;
                case Generation.LabelTaken _ -> throw new IllegalStateException("a run's labels are its own");
            };
            if (i % WITH_BANK == 0) {
                platform.destinations().link(wallet.id(), account(i), Optional.of(true));
            }
            wallets.add(wallet);
            progress.at("wallets made", i + 1, count);
        }
        return wallets;
    }

    private static BankAccount account(int number) {
        return new BankAccount(
                "25", "OPay", "%010d".formatted(100_000_000 + number), "ADA OBI", Fiat.NGN, Optional.empty());
    }

    private void deposits(List<Wallet> wallets, int count) {
        for (int from = 0; from < count; from += BATCH) {
            int first = from;
            int last = Math.min(count, from + BATCH);
            platform.db().run(tx -> {
                RateBoard board = platform.rates().board(tx, Environment.DEVELOPMENT);
                for (int i = first; i < last; i++) {
                    deposit(tx, board, wallets.get(random.nextInt(wallets.size())), i);
                }
            });
            progress.at("deposits made", last, count);
        }
    }

    private void deposit(Transaction tx, RateBoard board, Wallet wallet, int number) {
        Asset asset = platform.assets().find(wallet.asset()).orElseThrow();
        BigDecimal usd = BigDecimal.valueOf(random.nextInt(CENTS_MIN, CENTS_MAX), 2);
        BigDecimal price = board.price(asset).orElseThrow().rate().value();
        BigDecimal coins = usd.divide(price, Math.min(asset.decimals(), PRICE_DIGITS), RoundingMode.UP);
        String name = "seed-" + run + "-" + number;
        MockTrade trade =
                new MockTrade(wallet.address(), asset.code(), usd, coins, name, new TxHash(name), Optional.empty(), 1);
        MockTrade.Outcome outcome = platform.deposits().mock(tx, tenant, trade);
        if (!(outcome instanceof MockTrade.Outcome.Queued)) {
            throw new IllegalStateException("a seeded deposit was not taken: " + outcome);
        }
    }
}
