package dev.offramp.app;

import dev.offramp.assets.Assets;
import dev.offramp.assets.Network;
import dev.offramp.assets.NetworkSetting;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.bulletins.Bulletins;
import dev.offramp.chains.Chain;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.simulated.SimulatedChains;
import dev.offramp.conversions.Conversions;
import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.deposits.Deposits;
import dev.offramp.destinations.Destinations;
import dev.offramp.drafts.Drafts;
import dev.offramp.facts.Facts;
import dev.offramp.figures.Figures;
import dev.offramp.gates.Gates;
import dev.offramp.health.Health;
import dev.offramp.http.Repetitions;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.LoopBook;
import dev.offramp.keys.Keys;
import dev.offramp.ledger.Ledger;
import dev.offramp.mail.Mail;
import dev.offramp.mail.MailServer;
import dev.offramp.notices.NoticeRules;
import dev.offramp.notices.Notices;
import dev.offramp.outflows.Outflows;
import dev.offramp.payouts.Banks;
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.Rails;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.people.People;
import dev.offramp.people.PeopleRules;
import dev.offramp.people.SignUpRule;
import dev.offramp.rates.Rates;
import dev.offramp.reports.Reports;
import dev.offramp.requests.Requests;
import dev.offramp.secrets.ServerKey;
import dev.offramp.settlement.Settlements;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.traces.Traces;
import dev.offramp.trail.Trail;
import dev.offramp.wallets.Wallets;
import dev.offramp.webhooks.WebhookClient;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.wire.webhook.EventAnnouncer;
import dev.offramp.withdrawals.CoinSenders;
import dev.offramp.withdrawals.SavedAddresses;
import dev.offramp.withdrawals.Withdrawals;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// Every room but the faces, built on the parts of one process. One line per room; nothing is decided here.
///
/// @param watched the chains to follow, simulated ones too
/// @param sandboxBlock from one block of the simulated chains to the next
public record Platform(
        Database db,
        InstantSource clock,
        ObjectIds ids,
        ServerKey serverKey,
        Tenancy tenancy,
        People people,
        Trail trail,
        Mail mail,
        Requests requests,
        Drafts drafts,
        Assets assets,
        Rates rates,
        Facts facts,
        Jobs jobs,
        LoopBook loopBook,
        Ledger ledger,
        Wallets wallets,
        Destinations destinations,
        Deposits deposits,
        Banks banks,
        SavedBanks savedBanks,
        Payouts payouts,
        Withdrawals withdrawals,
        SavedAddresses savedAddresses,
        Outflows outflows,
        Conversions conversions,
        Settlements settlements,
        Figures figures,
        Reports reports,
        Webhooks webhooks,
        EventAnnouncer events,
        NoticeRules noticeRules,
        Gates gates,
        Repetitions repetitions,
        SimulatedChains sandbox,
        List<Watched> watched,
        Duration sandboxBlock) {

    /// What a process brings along. A simulation brings its own clock, randomness, rails and receivers.
    ///
    /// @param secureRandom makes secrets
    /// @param chains real chains, to be followed beside the simulated ones
    /// @param networks what the catalogue must know of them
    /// @param calls runs calls to receivers
    /// @param loopbackWebhooks where receivers may be on this machine; the client must be told the same
    /// @param signUp who may found a business
    /// @param isProductionEnabled whether requests get into production
    /// @param mailServer what letters are handed to; empty where nothing is mailed
    /// @param publicUrl how clients reach the server, without a slash at the end
    /// @param traces where spans are told
    public record Parts(
            Database db,
            InstantSource clock,
            RandomGenerator random,
            RandomGenerator secureRandom,
            ServerKey serverKey,
            Keys keys,
            SimulatedChains sandbox,
            Duration sandboxBlock,
            List<Watched> chains,
            List<NetworkSetting> networks,
            Rails rails,
            WebhookClient webhookClient,
            Executor calls,
            Set<Environment> loopbackWebhooks,
            SignUpRule signUp,
            Optional<MailServer> mailServer,
            boolean isProductionEnabled,
            String publicUrl,
            Traces traces) {}

    /// A chain to follow.
    ///
    /// @param sender what sends coins on it, for real chains; the simulated ones have theirs from the sandbox
    /// @param startHeight where the very first reading begins; empty for the tip of that moment
    /// @param rest between two looks
    public record Watched(Chain chain, Optional<CoinSender> sender, OptionalLong startHeight, Duration rest) {

        boolean isReal() {
            return chain.id().environment() == Environment.PRODUCTION;
        }
    }

    /// @throws IllegalArgumentException when the networks contradict the catalogue
    public static Platform create(Parts parts) {
        Database db = parts.db();
        InstantSource clock = parts.clock();
        ObjectIds ids = new ObjectIds(clock, parts.random());
        Tenancy tenancy = Tenancy.create(db, parts.serverKey(), ids, clock, parts.secureRandom());
        Assets assets = Assets.create(clock, parts.publicUrl(), parts.networks());
        Rates rates = Rates.create(db, clock, assets);
        Facts facts = Facts.create(db, ids, parts.serverKey());
        Jobs jobs = Jobs.create(db, clock);
        Ledger ledger = Ledger.create(db, clock);
        Wallets wallets = Wallets.create(db, parts.keys(), facts, ids, clock);
        Destinations destinations = Destinations.create(db, clock, parts.serverKey());
        Deposits.Uses uses = new Deposits.Uses(assets, rates, tenancy, destinations, wallets, ledger, facts);
        Deposits deposits = deposits(parts, ids, uses);
        Payouts payouts = payouts(parts, ids, new Payouts.Uses(ledger, facts, jobs));
        Withdrawals withdrawals = Withdrawals.create(
                db, clock, ids, new Withdrawals.Uses(assets, rates, ledger, facts, jobs), senders(parts));
        Settlements settlements = Settlements.create(db, clock, ids, facts, payouts, withdrawals);
        Figures figures = Figures.create(facts);
        Webhooks webhooks = webhooks(parts);
        Gates gates = Gates.create(db, clock, ids);
        return new Platform(
                db,
                clock,
                ids,
                parts.serverKey(),
                tenancy,
                people(parts, tenancy, ids),
                Trail.create(db, parts.serverKey(), clock),
                Mail.create(db, parts.serverKey(), ids, clock, jobs, parts.mailServer()),
                Requests.create(db, clock),
                Drafts.create(clock, ids),
                assets,
                rates,
                facts,
                jobs,
                LoopBook.create(db, clock, ids),
                ledger,
                wallets,
                destinations,
                deposits,
                Banks.create(),
                SavedBanks.create(db, clock, ids, parts.serverKey()),
                payouts,
                withdrawals,
                SavedAddresses.create(clock, ids),
                Outflows.create(payouts, withdrawals),
                Conversions.create(clock, ids, rates, ledger),
                settlements,
                figures,
                Reports.create(new Reports.Uses(ledger, figures, facts, assets, withdrawals)),
                webhooks,
                EventAnnouncer.create(facts, settlements, webhooks),
                new NoticeRules(parts.publicUrl(), parts.isProductionEnabled()),
                gates,
                Repetitions.create(db, clock, ids, parts.serverKey(), gates),
                parts.sandbox(),
                watched(parts),
                parts.sandboxBlock());
    }

    private static Deposits deposits(Parts parts, ObjectIds ids, Deposits.Uses uses) {
        return Deposits.create(
                parts.db(), parts.clock(), ids, uses, parts.sandbox().mocks());
    }

    private static Payouts payouts(Parts parts, ObjectIds ids, Payouts.Uses uses) {
        return Payouts.create(parts.db(), parts.clock(), ids, parts.serverKey(), uses, parts.rails());
    }

    private static People people(Parts parts, Tenancy tenancy, ObjectIds ids) {
        PeopleRules rules = new PeopleRules(parts.signUp(), parts.publicUrl());
        return People.create(parts.db(), parts.serverKey(), tenancy, ids, parts.clock(), parts.secureRandom(), rules);
    }

    private static Webhooks webhooks(Parts parts) {
        return Webhooks.create(
                parts.db(),
                parts.serverKey(),
                parts.clock(),
                parts.secureRandom(),
                new Webhooks.Calling(parts.webhookClient(), parts.calls(), parts.loopbackWebhooks(), parts.traces()));
    }

    /// Where a network has none, withdrawals are refused.
    private static CoinSenders senders(Parts parts) {
        List<CoinSender> senders = new ArrayList<>();
        parts.chains().forEach(watched -> watched.sender().ifPresent(senders::add));
        for (TokenNetwork network : TokenNetwork.values()) {
            parts.keys()
                    .hotWallet(Environment.DEVELOPMENT, network.network().family())
                    .ifPresent(signer -> senders.add(parts.sandbox().sender(network.network(), signer)));
        }
        return CoinSenders.of(senders);
    }

    private static List<Watched> watched(Parts parts) {
        List<Watched> all = new ArrayList<>(parts.chains());
        for (Network network : Network.values()) {
            // From block 0: the sandbox is as old as its database, and cheap to read.
            all.add(new Watched(
                    parts.sandbox().chain(network), Optional.empty(), OptionalLong.of(0), parts.sandboxBlock()));
        }
        return List.copyOf(all);
    }

    /// What tells people of all this. It remembers nothing, so that there may be several.
    public Notices notices() {
        return NoticeRooms.of(this);
    }

    /// What everybody is told of incidents. It remembers nothing, so that there may be several.
    public Bulletins bulletins() {
        return StatusRooms.bulletins(this);
    }

    /// How everything stands. What is shown is remembered by each that is made here, so that a process shows one.
    public Health health() {
        return StatusRooms.health(this);
    }

    /// All background work, each step to be run again and again with its rest in between. In which order and by how
    /// many processes does not matter.
    public List<Loop> loops() {
        return Background.of(this);
    }
}
