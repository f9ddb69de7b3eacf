package dev.offramp.http;

import dev.offramp.assets.AddressFamily;
import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.MockBroadcast;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.BroadcastOutcome;
import dev.offramp.chains.simulated.NewTransaction;
import dev.offramp.chains.simulated.Output;
import dev.offramp.chains.simulated.SimulatedChains;
import dev.offramp.conversions.Conversions;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.deposits.Deposits;
import dev.offramp.destinations.Destinations;
import dev.offramp.facts.Facts;
import dev.offramp.gates.Gates;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.Step;
import dev.offramp.keys.TestKeys;
import dev.offramp.ledger.Ledger;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.outflows.Outflows;
import dev.offramp.payouts.Banks;
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.Rails;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.payouts.simulated.SimulatedRail;
import dev.offramp.rates.Rates;
import dev.offramp.secrets.ServerKey;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.NewIntegration;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import dev.offramp.traces.Traces;
import dev.offramp.wallets.Wallets;
import dev.offramp.web.RawRequest;
import dev.offramp.webhooks.ScriptedClient;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.withdrawals.CoinSenders;
import dev.offramp.withdrawals.SavedAddresses;
import dev.offramp.withdrawals.Withdrawals;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/// The whole API on a real database, the simulated chain and the simulated rail; asked without a socket, moved by hand.
final class Api implements AutoCloseable {

    /// An id that nothing has.
    static final String NOBODY = "66f0a1b2c3d4e5f607182930";

    static final String USDC = "SOL_USDC_JKVK";

    /// How long a request waits for another one, really.
    static final Duration PATIENCE = Duration.ofMillis(300);

    final ManualClock clock = new ManualClock();
    final TestDatabase test = TestDatabase.create();
    final Database db = test.database();
    final ScriptedClient receiver = new ScriptedClient();
    final ObjectIds ids;
    final Tenancy tenancy;
    final Assets assets;
    final Destinations destinations;
    final SimulatedChains chains;
    final Deposits deposits;
    final Payouts payouts;
    final Withdrawals withdrawals;
    final Ledger ledger;
    final Webhooks webhooks;
    final List<Endpoint> endpoints;
    final SavedBanks savedBanks;
    final Gates gates;
    final Repetitions repetitions;
    private final Http http;

    Api() {
        Random random = new Random(11);
        ServerKey key = TestServerKey.create();
        ids = new ObjectIds(clock, random);
        tenancy = Tenancy.create(db, key, ids, clock, random);
        assets = Assets.create(clock, "http://localhost", List.of());
        Rates rates = Rates.create(db, clock, assets);
        Facts facts = Facts.create(db, ids, key);
        ledger = Ledger.create(db, clock);
        Wallets wallets = Wallets.create(db, TestKeys.create(), facts, ids, clock);
        destinations = Destinations.create(db, clock, key);
        chains = SimulatedChains.create(db, 5, Duration.ofSeconds(1), clock);
        deposits = Deposits.create(
                db,
                clock,
                ids,
                new Deposits.Uses(assets, rates, tenancy, destinations, wallets, ledger, facts),
                mockChain());
        payouts = Payouts.create(db, clock, ids, key, new Payouts.Uses(ledger, facts, Jobs.create(db, clock)), rails());
        Withdrawals.Uses uses = new Withdrawals.Uses(assets, rates, ledger, facts, Jobs.create(db, clock));
        withdrawals = Withdrawals.create(db, clock, ids, uses, senders());
        webhooks = Webhooks.create(
                db,
                key,
                clock,
                new Random(7),
                new Webhooks.Calling(receiver, Runnable::run, Set.of(Environment.DEVELOPMENT), Traces.NONE));
        savedBanks = SavedBanks.create(db, clock, ids, key);
        gates = Gates.create(db, clock, ids, PATIENCE);
        repetitions = Repetitions.create(db, clock, ids, key, gates);
        endpoints = Endpoints.all(new Endpoints.Uses(
                db,
                tenancy,
                assets,
                rates,
                wallets,
                destinations,
                deposits,
                Banks.create(),
                savedBanks,
                payouts,
                withdrawals,
                SavedAddresses.create(clock, ids),
                Outflows.create(payouts, withdrawals),
                Conversions.create(clock, ids, rates, ledger),
                ledger,
                webhooks,
                gates));
        Checks checks = new Checks(new HttpSettings(true, false), tenancy::authenticate, tenancy::countRequest, clock);
        http = new Http(new Routes(endpoints), checks, repetitions);
    }

    private CoinSenders senders() {
        return CoinSenders.of(List.of(chains.sender(
                Network.ETHEREUM,
                TestKeys.create()
                        .hotWallet(Environment.DEVELOPMENT, AddressFamily.EVM)
                        .orElseThrow())));
    }

    /// Lets what was withdrawn to addresses be sent and become deep.
    void sendOut() {
        for (int second = 0; second < 12; second++) {
            withdrawals.steps().forEach(Step::runOnce);
            chains.mine(1);
            clock.advance(Duration.ofSeconds(1));
        }
    }

    private MockBroadcast mockChain() {
        return (tx, network, hash, sender, output) -> chains.broadcast(
                        tx,
                        hash,
                        new NewTransaction(
                                network,
                                sender,
                                List.of(new Output(output.recipient(), output.contract(), output.units())),
                                false,
                                0))
                instanceof BroadcastOutcome.Broadcast;
    }

    private Rails rails() {
        SimulatedRail rail = SimulatedRail.create(db, clock);
        return Rails.none().with(Environment.DEVELOPMENT, Fiat.NGN, rail).with(Environment.DEVELOPMENT, Fiat.GHS, rail);
    }

    /// The ids of the requests that rows of the books or the outbox were written for.
    List<String> requestsBehind(String table, String which) {
        String question = "SELECT coalesce(request_id, 'nobody''s') FROM " + table + " WHERE " + which;
        return db.transact(
                tx -> tx.sql().createQuery(question).mapTo(String.class).list());
    }

    /// A new integration's client in development.
    ApiClient client(String name) {
        NewIntegration.Created made = (NewIntegration.Created) tenancy.createIntegration(name);
        Tenant tenant = new Tenant(made.integration().id(), Environment.DEVELOPMENT);
        return new ApiClient(this, tenant, made.credential());
    }

    /// The same integration under another credential.
    ApiClient limited(ApiClient client, CredentialLimits limits) {
        return new ApiClient(
                this, client.tenant(), tenancy.issueCredential(client.tenant().integration(), limits));
    }

    Reply answer(RawRequest request) {
        return new Reply(http.inEnvelope(request));
    }

    Asset asset(String code) {
        return assets.find(new AssetCode(code)).orElseThrow();
    }

    /// Pays `coins` of an asset to an address.
    TxHash pay(String address, String code, String coins) {
        Asset asset = asset(code);
        Output output = Output.of(
                new Address(address),
                asset,
                new BigDecimal(coins).movePointRight(asset.decimals()).toBigIntegerExact());
        TxHash hash = chains.send(
                NewTransaction.paying(asset.network(), List.of(output)).from(new Address("somebody")));
        look(asset.network());
        return hash;
    }

    void look(Network network) {
        drain(deposits.watch(chains.chain(network), OptionalLong.of(0)));
    }

    /// Makes blocks, looking after each, and credits what is deep enough.
    void mine(Network network, int blocks) {
        for (int i = 0; i < blocks; i++) {
            chains.mine(1);
            look(network);
        }
        drain(deposits.credit());
    }

    void payOut() {
        payouts.steps().forEach(Api::drain);
        clock.advance(Duration.ofSeconds(1));
        payouts.steps().forEach(Api::drain);
    }

    static void drain(Step step) {
        while (step.runOnce()) {
            continue;
        }
    }

    @Override
    public void close() {
        List<String> faults = db.transact(ledger::audit);
        webhooks.close();
        test.close();
        if (!faults.isEmpty()) {
            throw new AssertionError(faults);
        }
    }
}
