package dev.offramp.commands;

import dev.offramp.app.Installation;
import dev.offramp.app.Loop;
import dev.offramp.app.Platform;
import dev.offramp.app.Surroundings;
import dev.offramp.assets.Asset;
import dev.offramp.chains.TxHash;
import dev.offramp.db.DatabaseAddress;
import dev.offramp.db.ManualClock;
import dev.offramp.deposits.MockTrade;
import dev.offramp.destinations.BankAccount;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An installation that is used from the command line, and customers who pay in it.
final class Shop {

    static final String PASSPHRASE = "correct horse battery staple";

    private static final int ROUNDS_MAX = 60;

    private final Map<String, String> variables = new HashMap<>();
    private final ManualClock clock;
    private final Random random;

    /// @param out standard output
    /// @param err standard error
    record Result(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    /// With an embedded database.
    Shop(ManualClock clock, Path data) {
        this.clock = clock;
        // Two shops never make the same keys.
        this.random = new Random(data.getFileName().hashCode());
        variables.put("OFFRAMP_DATA", data.toString());
        variables.put("OFFRAMP_DATABASE_CONNECTIONS", "4");
        variables.put(SecretChoice.VARIABLE, PASSPHRASE);
    }

    Shop(ManualClock clock, Path data, DatabaseAddress database) {
        this(clock, data);
        variables.put("OFFRAMP_DATABASE_URL", database.jdbcUrl());
    }

    Shop with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Result run(String... line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(around(out, err), line);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Surroundings around(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Surroundings(
                Map.copyOf(variables),
                "ann",
                clock,
                random,
                random,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    <T> T open(Function<Installation, T> work) {
        Surroundings around = around(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        return new Desk(around, clock.instant()).open(work);
    }

    /// Customers of this name pay, and everything that follows from it happens.
    void sell(String name, int deposits) {
        open(installation -> {
            pay(installation, name, deposits);
            settle(installation.platform());
            return true;
        });
    }

    /// Whatever is to be done is done.
    void work() {
        open(installation -> {
            settle(installation.platform());
            return true;
        });
    }

    static void pay(Installation installation, String name, int deposits) {
        Platform platform = installation.platform();
        Tenant tenant = installation.sandbox();
        Asset usdc = platform.assets().find(new AssetCode("SOL_USDC_JKVK")).orElseThrow();
        Wallet wallet = ((Generation.Generated) platform.wallets().generate(tenant, usdc, new Label(name))).wallet();
        BankAccount bank = new BankAccount("25", "OPay", "0123456789", "ADA OBI", Fiat.NGN, Optional.empty());
        platform.destinations().link(wallet.id(), bank, Optional.of(true));
        for (int i = 0; i < deposits; i++) {
            // Above the minimum, so that none is held back.
            BigDecimal amount = BigDecimal.valueOf(60 + i);
            platform.deposits()
                    .mock(
                            tenant,
                            new MockTrade(
                                    wallet.address(),
                                    usdc.code(),
                                    amount,
                                    amount,
                                    name + "-" + i,
                                    new TxHash(name + "-" + i),
                                    Optional.empty(),
                                    1));
        }
    }

    private void settle(Platform platform) {
        List<Loop> loops = platform.loops();
        int quiet = 0;
        for (int round = 0; quiet < 8 && round < ROUNDS_MAX; round++) {
            clock.advance(Duration.ofSeconds(1));
            boolean busy = false;
            for (Loop loop : loops) {
                // Nobody listens where its webhooks would go.
                busy |= !loop.step().name().startsWith("webhooks")
                        && loop.step().runOnce();
            }
            quiet = busy ? 0 : quiet + 1;
        }
    }
}
