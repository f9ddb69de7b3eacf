package dev.offramp.bench.deposits;

import dev.offramp.app.Platform;
import dev.offramp.assets.Asset;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.NewTransaction;
import dev.offramp.chains.simulated.Output;
import dev.offramp.destinations.BankAccount;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.NewIntegration;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import dev.offramp.webhooks.Endpoint;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The deposits of one run: tenants with a receiver, wallets with a bank and automatic settlement, and transactions in
/// blocks on the chain.
final class Load {

    private static final String ASSET = "SOL_USDC_JKVK";
    private static final int WALLETS = 500;
    private static final int PER_BLOCK = 200;
    private static final int CONFIRMATIONS = 3;
    private static final long POLL_MS = 250;

    /// Counting is the dear part and comes last: the measuring must not be seen in what is measured.
    private static final String UNFINISHED = """
            SELECT CASE
                WHEN EXISTS (SELECT FROM fact_inbox)
                    OR (SELECT last_position FROM fact_sequencer)
                        > (SELECT position FROM fact_reader WHERE name = 'webhooks')
                THEN :wanted
                ELSE :wanted
                    - (SELECT count(*) FROM payout WHERE status = 'completed' AND integration = ANY(:tenants))
                END
            """;

    private final Platform platform;
    private final int deposits;
    private final List<Tenant> tenants = new ArrayList<>();
    private final List<Wallet> wallets = new ArrayList<>();
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    Load(Platform platform, int deposits, int tenants) {
        this.platform = platform;
        this.deposits = deposits;
        for (int i = 0; i < tenants; i++) {
            this.tenants.add(tenant(run + " " + i));
        }
    }

    private Tenant tenant(String name) {
        NewIntegration.Created made =
                (NewIntegration.Created) platform.tenancy().createIntegration(name);
        Tenant tenant = new Tenant(made.integration().id(), Environment.DEVELOPMENT);
        platform.webhooks().addEndpoint(tenant, "http://127.0.0.1:9/", new Endpoint.Events.All());
        return tenant;
    }

    void prepare() {
        Asset asset = platform.assets().find(new AssetCode(ASSET)).orElseThrow();
        BankAccount bank = new BankAccount("25", "OPay", "0123456789", "ADA OBI", Fiat.NGN, Optional.empty());
        for (int i = 0; i < WALLETS; i++) {
            Tenant tenant = tenants.get(i % tenants.size());
            Generation made = platform.wallets().generate(tenant, asset, new Label(run + " " + i));
            Wallet wallet = ((Generation.Generated) made).wallet();
            platform.destinations().link(wallet.id(), bank, Optional.of(true));
            wallets.add(wallet);
        }
        for (int sent = 0; sent < deposits; sent += PER_BLOCK) {
            mine(asset, sent, Math.min(PER_BLOCK, deposits - sent));
        }
        platform.sandbox().mine(CONFIRMATIONS);
    }

    private void mine(Asset asset, int first, int count) {
        Map<TxHash, NewTransaction> block = new LinkedHashMap<>();
        for (int i = first; i < first + count; i++) {
            Wallet wallet = wallets.get(i % wallets.size());
            Output output = Output.of(wallet.address(), asset, BigInteger.valueOf(59_000_000));
            block.put(new TxHash(run + "-" + i), NewTransaction.paying(asset.network(), List.of(output)));
        }
        platform.db().run(tx -> platform.sandbox().broadcastAll(tx, block));
        platform.sandbox().mine(1);
    }

    /// Waits until every deposit is paid out and every event on record.
    void awaitEnd(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (unfinished() > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(unfinished() + " unfinished after " + patience);
            }
            pause();
        }
    }

    private long unfinished() {
        return platform.db()
                .transact(tx -> tx.sql()
                        .createQuery(UNFINISHED)
                        .bind("wanted", deposits)
                        .bindArray(
                                "tenants",
                                String.class,
                                tenants.stream()
                                        .map(tenant -> tenant.integration().toString())
                                        .toList())
                        .mapTo(Long.class)
                        .findOne()
                        .orElse((long) deposits));
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
