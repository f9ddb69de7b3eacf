package dev.offramp.dashboard;

import dev.offramp.app.Loop;
import dev.offramp.app.Platform;
import dev.offramp.assets.Asset;
import dev.offramp.chains.TxHash;
import dev.offramp.db.ManualClock;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.MockTrade;
import dev.offramp.destinations.BankAccount;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets money come in under a dashboard: addresses, deposits, blocks.
public final class Chains {

    public static final AssetCode USDC = new AssetCode("SOL_USDC_JKVK");
    private static final int ROUNDS_MAX = 50;

    private final Platform platform;
    private final ManualClock clock;
    private final List<Loop> loops;
    private final AtomicInteger names = new AtomicInteger();

    public Chains(TestDashboard dashboard) {
        this.platform = dashboard.platform;
        this.clock = dashboard.clock;
        this.loops = platform.loops();
    }

    public Wallet wallet(Tenant tenant, String label) {
        Asset asset = platform.assets().find(USDC).orElseThrow();
        return ((Generation.Generated) platform.wallets().generate(tenant, asset, new Label(label))).wallet();
    }

    /// A wallet whose deposits go to this account at OPay by themselves.
    public Wallet settlingWallet(Tenant tenant, String label, String accountNumber) {
        Wallet wallet = wallet(tenant, label);
        var account = new BankAccount("25", "OPay", accountNumber, "ADA OBI", Fiat.NGN, Optional.empty());
        platform.destinations().link(wallet.id(), account, Optional.of(true));
        return wallet;
    }

    public DepositId deposit(Wallet wallet, String usdc) {
        BigDecimal amount = new BigDecimal(usdc);
        String name = "made-up-" + names.incrementAndGet();
        MockTrade trade =
                new MockTrade(wallet.address(), USDC, amount, amount, name, new TxHash(name), Optional.empty(), 1);
        return ((MockTrade.Outcome.Queued) platform.deposits().mock(wallet.tenant(), trade)).id();
    }

    /// Lets blocks be made, and after each everything run until nothing is left to do.
    public void blocks(int count) {
        for (int i = 0; i < count; i++) {
            clock.advance(Duration.ofSeconds(1));
            settle();
        }
    }

    private void settle() {
        int quiet = 0;
        for (int round = 0; quiet < 3; round++) {
            if (round == ROUNDS_MAX) {
                throw new AssertionError("never comes to rest");
            }
            boolean isBusy = false;
            for (Loop loop : loops) {
                isBusy |= loop.step().runOnce();
            }
            quiet = isBusy ? 0 : quiet + 1;
        }
    }
}
