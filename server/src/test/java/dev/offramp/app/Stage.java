package dev.offramp.app;

import dev.offramp.assets.Asset;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.SimulatedChains;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.TestDatabase;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.MockTrade;
import dev.offramp.destinations.BankAccount;
import dev.offramp.health.Health;
import dev.offramp.keys.TestKeys;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.operations.Reconciliation;
import dev.offramp.payouts.Rail;
import dev.offramp.payouts.Rails;
import dev.offramp.payouts.simulated.SimulatedRail;
import dev.offramp.people.SignUpRule;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Sandbox;
import dev.offramp.tenancy.Tenant;
import dev.offramp.traces.Traces;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.ScriptedClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole platform in one thread, whose time passes when the test says so.
public final class Stage implements AutoCloseable {

    static final AssetCode USDC = new AssetCode("SOL_USDC_JKVK");
    private static final Duration BLOCK = Duration.ofSeconds(1);
    private static final int ROUNDS_MAX = 50;

    public final TestDatabase database = TestDatabase.create();
    public final ManualClock clock = new ManualClock();
    final ScriptedClient receiver = new ScriptedClient();
    public final SimulatedRail rail = SimulatedRail.create(database.database(), clock);
    public final Platform platform;
    public final Tenant tenant;
    private final List<Loop> loops;

    public Stage() {
        this(rail -> rail);
    }

    /// @param asSeen what stands before the rail
    Stage(UnaryOperator<Rail> asSeen) {
        this(asSeen, Traces.NONE);
    }

    /// @param asSeen what stands before the rail
    Stage(UnaryOperator<Rail> asSeen, Traces traces) {
        platform = platform(asSeen.apply(rail), traces);
        tenant = tenant();
        loops = Stream.concat(platform.loops().stream(), Background.ofTraces(platform, traces).stream())
                .toList();
        receiver.always(200);
        platform.webhooks().addEndpoint(tenant, "http://127.0.0.1:9/hook", new Endpoint.Events.All());
        receiver.forget();
    }

    private Platform platform(Rail seen, Traces traces) {
        Database db = database.database();
        Random random = new Random(7);
        return Platform.create(new Platform.Parts(
                db,
                clock,
                random,
                random,
                TestServerKey.create(),
                TestKeys.create(),
                SimulatedChains.create(db, 1, BLOCK, clock),
                BLOCK,
                List.of(),
                List.of(),
                Rails.none()
                        .with(Environment.DEVELOPMENT, Fiat.NGN, seen)
                        .with(Environment.DEVELOPMENT, Fiat.GHS, seen),
                receiver,
                Runnable::run,
                Set.of(Environment.DEVELOPMENT),
                SignUpRule.CLOSED,
                Optional.empty(),
                false,
                "http://localhost",
                traces));
    }

    private Tenant tenant() {
        Sandbox made = platform.tenancy().ensureSandbox(kept -> {});
        return new Tenant(made.integration().id(), Environment.DEVELOPMENT);
    }

    public Asset asset(AssetCode code) {
        return platform.assets().find(code).orElseThrow();
    }

    public Wallet wallet(String label) {
        Generation made = platform.wallets().generate(tenant, asset(USDC), new Label(label));
        return ((Generation.Generated) made).wallet();
    }

    /// A wallet whose deposits go to this account at OPay by themselves.
    public Wallet settlingWallet(String label, String accountNumber) {
        Wallet wallet = wallet(label);
        BankAccount account = new BankAccount("25", "OPay", accountNumber, "ADA OBI", Fiat.NGN, Optional.empty());
        platform.destinations().link(wallet.id(), account, Optional.of(true));
        return wallet;
    }

    public DepositId mock(Wallet wallet, String usdc) {
        MockTrade trade = new MockTrade(
                wallet.address(),
                USDC,
                new BigDecimal(usdc),
                new BigDecimal(usdc),
                "ref-" + wallet.label() + usdc,
                new TxHash("tx-" + wallet.label() + usdc),
                Optional.empty(),
                1);
        return ((MockTrade.Outcome.Queued) platform.deposits().mock(tenant, trade)).id();
    }

    /// Lets blocks be made, and after each everything run until nothing is left to do.
    public void blocks(int count) {
        for (int i = 0; i < count; i++) {
            clock.advance(BLOCK);
            settle();
        }
    }

    private void settle() {
        int quiet = 0;
        for (int round = 0; quiet < 3; round++) {
            if (round == ROUNDS_MAX) {
                throw new AssertionError("never comes to rest");
            }
            boolean busy = false;
            for (Loop loop : loops) {
                busy |= loop.step().runOnce();
            }
            quiet = busy ? 0 : quiet + 1;
        }
    }

    /// What the receiver got about one object, in order.
    List<JsonNode> events(String id) {
        return receiver.bodies().stream()
                .map(JsonMapper.shared()::readTree)
                .filter(body -> body.path("id").asString("").equals(id))
                .toList();
    }

    List<String> names(String id) {
        return events(id).stream()
                .map(body -> body.get("event").asString())
                .distinct()
                .toList();
    }

    /// The id of the payout that settles a deposit, as its events name it.
    String withdrawal(DepositId deposit) {
        return receiver.bodies().stream()
                .map(JsonMapper.shared()::readTree)
                .filter(body -> body.path("trade").asString("").equals(deposit.toString()))
                .map(body -> body.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /// How everything stands, as a process finds it that has a database connection of its own.
    public Health health(Database ours, List<ChainId> followed) {
        Health.Uses uses = new Health.Uses(
                ours,
                clock,
                platform.deposits(),
                platform.payouts(),
                platform.webhooks(),
                platform.rates(),
                platform.assets(),
                platform.requests(),
                platform.bulletins());
        return Health.create(uses, followed, false);
    }

    public Reconciliation reconciliation() {
        return SandboxTruth.reconciliation(platform, rail::paid);
    }

    List<String> faults() {
        return reconciliation().faults();
    }

    @Override
    public void close() {
        platform.webhooks().close();
        database.close();
    }
}
