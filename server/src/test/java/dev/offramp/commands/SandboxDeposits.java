package dev.offramp.commands;

import dev.offramp.app.Loop;
import dev.offramp.app.Platform;
import dev.offramp.assets.Asset;
import dev.offramp.assets.Network;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.Fate;
import dev.offramp.deposits.MockTrade;
import dev.offramp.jobs.Step;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Deposits of the sandbox's integration on Solana, as operators meet them: flagged, or booked and lost.
final class SandboxDeposits {

    private SandboxDeposits() {}

    static Tenant tenant(Platform platform) {
        return new Tenant(platform.tenancy().find("Sandbox").orElseThrow().id(), Environment.DEVELOPMENT);
    }

    /// A deposit below its asset's minimum; answers its id.
    static String flag(Platform platform, String label) {
        String id = deposit(platform, label, "1");
        mine(platform, 4);
        return id;
    }

    /// A deposit that was booked and that a reorganisation took away; answers its id.
    static String lose(Platform platform, String label) {
        mine(platform, 1);
        String id = deposit(platform, label, "59");
        mine(platform, 4);
        platform.sandbox().reorg(Network.SOLANA, 4, new Fate.Dropped());
        mine(platform, 4);
        return id;
    }

    private static String deposit(Platform platform, String name, String coins) {
        Tenant tenant = tenant(platform);
        Asset usdc = platform.assets().find(new AssetCode("SOL_USDC_JKVK")).orElseThrow();
        Wallet wallet = ((Generation.Generated) platform.wallets().generate(tenant, usdc, new Label(name))).wallet();
        var mock = new MockTrade(
                wallet.address(),
                usdc.code(),
                new BigDecimal(coins),
                new BigDecimal(coins),
                name,
                new TxHash(name),
                Optional.empty(),
                1);
        var made = (MockTrade.Outcome.Queued) platform.deposits().mock(tenant, mock);
        return made.id().toString();
    }

    /// Blocks, with what follows from each; answers how many.
    static int mine(Platform platform, int blocks) {
        List<Step> steps = platform.loops().stream()
                .map(Loop::step)
                .filter(step -> step.name().startsWith("deposits.watch.solana")
                        || step.name().equals("deposits.credit"))
                .toList();
        for (int i = 0; i < blocks; i++) {
            platform.sandbox().mine(1);
            for (Step step : steps) {
                while (step.runOnce()) {
                    continue;
                }
            }
        }
        return blocks;
    }
}
