package dev.offramp.deposits;

import dev.offramp.assets.Assets;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.MockBroadcast;
import dev.offramp.chains.TxHash;
import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.Destinations;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Step;
import dev.offramp.ledger.Ledger;
import dev.offramp.lists.Listing;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.WalletId;
import dev.offramp.wallets.Wallets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Deposits: the steps that see and credit them, what the operator decides about flagged ones and those that left their
/// chain, and questions.
public final class Deposits {

    /// The most often a pending deposit is told of again as it grows deeper.
    static final Duration ANNOUNCE_EVERY = Duration.ofSeconds(30);

    /// The rooms this one uses.
    public record Uses(
            Assets assets,
            Rates rates,
            Tenancy tenancy,
            Destinations destinations,
            Wallets wallets,
            Ledger ledger,
            Facts facts) {}

    private final Database db;
    private final InstantSource clock;
    private final Uses uses;
    private final DepositStore store = new DepositStore();
    private final ArrivalStore arrivals = new ArrivalStore();
    private final CursorStore cursors = new CursorStore();
    private final IncidentStore incidents = new IncidentStore();
    private final SumStore sums = new SumStore();
    private final ChainStateStore states = new ChainStateStore();
    private final DepositSearchStore search = new DepositSearchStore();
    private final ChainPauses pauses;
    private final Appraiser appraiser;
    private final Listing<Deposit> listing;
    private final ObjectIds ids;
    private final MockTrades mockTrades;
    private final FlaggedDeposits flagged;
    private final OpenIncidents openIncidents;

    private Deposits(Database db, InstantSource clock, ObjectIds ids, Uses uses, MockBroadcast mockChain) {
        this.db = db;
        this.clock = clock;
        this.ids = ids;
        this.uses = uses;
        this.listing = DepositList.create(uses.assets());
        this.appraiser = new Appraiser(uses.assets(), uses.rates(), uses.tenancy(), uses.destinations());
        this.mockTrades = new MockTrades(db, clock, ids, store, uses, appraiser, mockChain);
        this.flagged = new FlaggedDeposits(clock, store, uses, appraiser);
        this.openIncidents =
                new OpenIncidents(clock, new OpenIncidents.Stores(store, cursors, incidents), uses, appraiser);
        this.pauses = new ChainPauses(clock, cursors);
    }

    public static Deposits create(Database db, InstantSource clock, ObjectIds ids, Uses uses, MockBroadcast mockChain) {
        return new Deposits(db, clock, ids, uses, mockChain);
    }

    /// The step that follows `chain`.
    ///
    /// @param startHeight where the very first reading begins; without it at the tip of that moment
    public Step watch(Chain chain, OptionalLong startHeight) {
        return new DepositWatcher(
                chain,
                startHeight,
                db,
                clock,
                cursors,
                new Sightings(store, arrivals, uses.wallets(), appraiser, uses.facts(), ids, clock),
                new Disappearances(
                        store,
                        uses.wallets(),
                        appraiser,
                        uses.facts(),
                        new Incidents(cursors, incidents, uses.ledger()),
                        new Returns(db, incidents, uses.assets()),
                        clock));
    }

    /// The step that compares the catalogue with `chain`.
    public Step checkTokens(Chain chain) {
        return new TokenCheck(chain, uses.assets(), db);
    }

    /// The step that credits or flags what is deep enough.
    public Step credit() {
        return new DepositCreditor(db, clock, store, uses.wallets(), appraiser, uses.ledger(), uses.facts());
    }

    /// The step that tells again of pending deposits.
    public Step announce() {
        return new DepositAnnouncer(db, clock, store, uses.wallets(), appraiser, uses.facts());
    }

    /// Makes a deposit up, in the sandbox. A concurrent twin of its reference fails on the constraint
    /// `deposit_reference`.
    public MockTrade.Outcome mock(Transaction tx, Tenant tenant, MockTrade mock) {
        return mockTrades.make(tx, tenant, mock);
    }

    /// [#mock(Transaction, Tenant, MockTrade)] in a transaction of its own.
    public MockTrade.Outcome mock(Tenant tenant, MockTrade mock) {
        return mockTrades.make(tenant, mock);
    }

    /// Flagged deposits that wait for a decision, of all tenants, oldest first.
    public List<Deposit> flagged(Transaction tx, int max) {
        return search.flagged(tx, max);
    }

    /// How many flagged deposits wait for a decision.
    public long countFlagged(Transaction tx) {
        return search.countFlagged(tx);
    }

    /// What was credited of deposits first seen since `since`, by tenant; a tenant without any is left out.
    public Map<Tenant, Volume> volumes(Transaction tx, Instant since) {
        return search.volumes(tx, since);
    }

    /// Credits a flagged deposit by the operator's decision, less the asset's flag fee.
    public FlaggedDecision complete(Transaction tx, DepositId id) {
        return flagged.complete(tx, id);
    }

    /// [#complete(Transaction, DepositId)] in a transaction of its own.
    public FlaggedDecision complete(DepositId id) {
        return db.transact(tx -> complete(tx, id));
    }

    /// Leaves a flagged deposit flagged for good, with the operator's words; no event.
    public FlaggedDecision reject(Transaction tx, DepositId id, String reason) {
        return flagged.reject(tx, id, reason);
    }

    /// [#reject(Transaction, DepositId, String)] in a transaction of its own.
    public FlaggedDecision reject(DepositId id, String reason) {
        return db.transact(tx -> reject(tx, id, reason));
    }

    /// Whose deposit it is; empty when there is no such deposit.
    public Optional<Tenant> ownerOf(Transaction tx, DepositId id) {
        return store.walletOf(tx, id)
                .map(wallet ->
                        uses.wallets().all(tx, Set.of(wallet)).get(wallet).tenant());
    }

    /// Booked deposits that left their chain and wait for a decision, oldest first.
    public List<Incident> incidents(Transaction tx) {
        return incidents.open(tx);
    }

    /// [#incidents(Transaction)] in a transaction of its own.
    public List<Incident> incidents() {
        return db.transact(this::incidents);
    }

    /// The incidents decided last, newest first.
    public List<DecidedIncident> decidedIncidents(Transaction tx, int max) {
        return incidents.decided(tx, max);
    }

    /// Undoes what was booked for a deposit that left its chain: what is held of the credit is taken back, what is
    /// missing is booked as the tenant's debt, and the deposit is deleted, which is told. Should the transfer
    /// return, it is credited anew.
    ///
    /// @param by who decided, in words for people
    public IncidentDecision correct(Transaction tx, DepositId id, String by) {
        return openIncidents.correct(tx, id, by);
    }

    /// [#correct(Transaction, DepositId, String)] in a transaction of its own.
    public IncidentDecision correct(DepositId id, String by) {
        return db.transact(tx -> correct(tx, id, by));
    }

    /// Ends the incident of a deposit that is back on its chain: what was held is free again, and no money moves.
    ///
    /// @param by who decided, in words for people
    public IncidentDecision dismiss(Transaction tx, DepositId id, String by) {
        return openIncidents.dismiss(tx, id, by);
    }

    /// [#dismiss(Transaction, DepositId, String)] in a transaction of its own.
    public IncidentDecision dismiss(DepositId id, String by) {
        return db.transact(tx -> dismiss(tx, id, by));
    }

    /// Every chain that was ever looked at, production first.
    public List<ChainState> chains(Transaction tx) {
        return states.all(tx);
    }

    /// The chains that incidents have paused.
    public List<PausedChain> pausedChains() {
        return db.transact(cursors::paused);
    }

    /// Lets a chain that incidents have paused be read again from where it was paused, once they are decided. A pause
    /// made by hand stays.
    public Resumption resume(Transaction tx, ChainId chain) {
        return openIncidents.resume(tx, chain);
    }

    /// [#resume(Transaction, ChainId)] in a transaction of its own.
    public Resumption resume(ChainId chain) {
        return db.transact(tx -> resume(tx, chain));
    }

    /// Pauses a chain by hand: nothing is read or credited there until [#endPause]. What is sent out on it goes on.
    ///
    /// @param reason in words for the operator
    /// @param by who pauses it, in words for people
    public Pausing pause(Transaction tx, ChainId chain, String reason, String by) {
        return pauses.pause(tx, chain, reason, by);
    }

    /// Ends a pause made by hand. One that incidents have made stays.
    ///
    /// @return the pause that is over; empty when there was none
    public Optional<HandPause> endPause(Transaction tx, ChainId chain) {
        return pauses.end(tx, chain);
    }

    /// What we know of a transaction's transfers to our addresses, on whatever network.
    public SeenTransfers seen(Transaction tx, TxHash hash, int max) {
        return new SeenTransfers(search.ofTransaction(tx, hash, max), arrivals.ofTransaction(tx, hash, max));
    }

    /// The latest transfers to these wallets.
    public SeenTransfers seen(Transaction tx, Collection<WalletId> wallets, int max) {
        return new SeenTransfers(search.ofWallets(tx, wallets, max), arrivals.ofWallets(tx, wallets, max));
    }

    /// What lies in these blocks, both included, as far as they were read.
    public SeenTransfers seen(Transaction tx, ChainId chain, long from, long to, int max) {
        return new SeenTransfers(
                search.inBlocks(tx, chain, from, to, max), arrivals.inBlocks(tx, chain, from, to, max));
    }

    /// A deposit of whomever, for the operator.
    public Optional<Deposit> find(Transaction tx, DepositId id) {
        return search.find(tx, id);
    }

    public Optional<Deposit> find(Transaction tx, Tenant tenant, DepositId id) {
        return store.find(tx, tenant, id);
    }

    /// A tenant's deposits.
    public Listing<Deposit> list() {
        return listing;
    }

    /// The newest deposit to a wallet.
    public Optional<Deposit> lastOf(Transaction tx, Tenant tenant, WalletId wallet) {
        return store.lastOf(tx, tenant, wallet);
    }

    /// The block up to which a chain was read, which may have left the chain since; empty before the first.
    public Optional<BlockRef> readUpTo(Transaction tx, ChainId chain) {
        return cursors.read(tx, chain).map(Cursor::block);
    }

    /// Units of all deposits there are, to hold the books against.
    public DepositSums sums(Transaction tx) {
        return sums.read(tx, uses.assets());
    }

    /// What those of these deposits that have no terms yet would be credited in now.
    public Map<DepositId, Outlook> outlooks(Transaction tx, Collection<Deposit> deposits) {
        List<Deposit> open =
                deposits.stream().filter(deposit -> deposit.terms().isEmpty()).toList();
        if (open.isEmpty()) {
            return Map.of();
        }
        Set<WalletId> owners = open.stream().map(Deposit::wallet).collect(Collectors.toSet());
        Appraisal appraisal = appraiser.load(tx, uses.wallets().all(tx, owners).values());
        return open.stream().collect(Collectors.toMap(Deposit::id, appraisal::outlook));
    }

    /// Transfers to our addresses that are no deposits, newest first.
    public List<Arrival> arrivals(Transaction tx, int max) {
        return arrivals.list(tx, max);
    }

    /// [#arrivals(Transaction, int)] in a transaction of its own.
    public List<Arrival> arrivals(int max) {
        return db.transact(tx -> arrivals(tx, max));
    }
}
