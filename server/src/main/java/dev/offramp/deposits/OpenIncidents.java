package dev.offramp.deposits;

import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainId;
import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.ledger.Ledger;
import dev.offramp.wallets.WalletId;
import dev.offramp.wallets.Wallets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the operator decides about incidents, and the end of a chain's pause. The chain's cursor is locked first, as in
/// watching: of two decisions the second finds nothing open, and no incident opens while a chain is resumed.
final class OpenIncidents {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIncidents.class);
    private static final String REASON = "left the chain after it was booked";

    /// The tables it works on.
    record Stores(DepositStore deposits, CursorStore cursors, IncidentStore incidents) {}

    private final InstantSource clock;
    private final Stores stores;
    private final Wallets wallets;
    private final Appraiser appraiser;
    private final Ledger ledger;
    private final Facts facts;

    OpenIncidents(InstantSource clock, Stores stores, Deposits.Uses uses, Appraiser appraiser) {
        this.clock = clock;
        this.stores = stores;
        this.wallets = uses.wallets();
        this.appraiser = appraiser;
        this.ledger = uses.ledger();
        this.facts = uses.facts();
    }

    private interface Decision {
        IncidentDecision decide(Transaction tx, Incident incident, Deposit deposit, Cursor cursor);
    }

    IncidentDecision correct(Transaction tx, DepositId id, String by) {
        return decide(
                tx,
                id,
                (inTx, incident, deposit, cursor) -> incident.back()
                        .<IncidentDecision>map(IncidentDecision.CameBack::new)
                        .orElseGet(() -> {
                            correct(inTx, incident, deposit, cursor);
                            return done(inTx, incident, "corrected", by);
                        }));
    }

    IncidentDecision dismiss(Transaction tx, DepositId id, String by) {
        return decide(tx, id, (inTx, incident, deposit, cursor) -> {
            if (incident.back().isEmpty()) {
                return new IncidentDecision.StillGone();
            }
            Incident.Back back = incident.back().get();
            int required =
                    appraiser.assets().find(deposit.asset()).orElseThrow().confirmations();
            if (back.confirmations() < required) {
                return new IncidentDecision.TooShallow(back.confirmations(), required);
            }
            dismiss(inTx, incident, deposit, back);
            return done(inTx, incident, "dismissed", by);
        });
    }

    private IncidentDecision decide(Transaction tx, DepositId id, Decision decision) {
        Optional<Incident> found = stores.incidents().open(tx, id);
        if (found.isEmpty()) {
            return new IncidentDecision.NoOpenIncident();
        }
        Cursor cursor = stores.cursors().lock(tx, found.get().chain()).orElseThrow();
        Optional<Incident> open = stores.incidents().open(tx, id);
        if (open.isEmpty()) {
            return new IncidentDecision.NoOpenIncident();
        }
        Deposit deposit = stores.deposits().lock(tx, id).orElseThrow();
        return decision.decide(tx, open.get(), deposit, cursor);
    }

    private IncidentDecision done(Transaction tx, Incident incident, String decision, String by) {
        stores.incidents().decide(tx, incident.deposit(), decision, by, clock.instant());
        LOG.info("{}: deposit {} was {} by {}", incident.chain(), incident.deposit(), decision, by);
        return new IncidentDecision.Done(incident);
    }

    private void correct(Transaction tx, Incident incident, Deposit deposit, Cursor cursor) {
        Instant now = clock.instant();
        Set<WalletId> owner = Set.of(deposit.wallet());
        Announcer announcer =
                new Announcer(appraiser.load(tx, wallets.all(tx, owner).values()), now);
        Deposit told = announcer.tell(
                deposit.corrected(REASON, now),
                deposit.terms().orElseThrow(),
                cursor.block().height(),
                DepositDeleted::new);
        stores.deposits().update(tx, List.of(told), now);
        // On the new branch the same call may pay another amount, which was passed over for the booked one's sake.
        if (deposit.place() instanceof Place.Missing(long since)) {
            stores.cursors().readAgain(tx, incident.chain(), since);
        }
        announcer.write(tx, facts);
        DepositBooks.enter(tx, ledger, DepositBooks.correct(deposit, incident));
    }

    /// From now on it is missing since the block that has it: there the watcher will find it, or miss it again.
    private void dismiss(Transaction tx, Incident incident, Deposit deposit, Incident.Back back) {
        Instant now = clock.instant();
        Place place = new Place.Missing(back.block().height());
        stores.deposits().update(tx, List.of(deposit.at(place, now)), now);
        if (incident.held().isPositive()) {
            DepositBooks.enter(tx, ledger, DepositBooks.release(incident));
        }
    }

    Resumption resume(Transaction tx, ChainId chain) {
        Optional<Cursor> cursor = stores.cursors().lock(tx, chain);
        if (cursor.flatMap(Cursor::paused).isEmpty()) {
            return new Resumption.NotPaused();
        }
        List<DepositId> open = stores.incidents().open(tx).stream()
                .filter(incident -> incident.chain().equals(chain))
                .map(Incident::deposit)
                .toList();
        return open.isEmpty() ? resume(tx, chain, cursor.get()) : new Resumption.IncidentsOpen(open);
    }

    private Resumption resume(Transaction tx, ChainId chain, Cursor cursor) {
        BlockRef from = stores.cursors().trail(tx, chain).stream()
                .filter(block -> block.height()
                        <= cursor.readAgainFrom().orElse(cursor.block().height()))
                .findFirst()
                .orElse(cursor.block());
        if (!cursor.isAt(from)) {
            stores.cursors().retreat(tx, chain, from, clock.instant());
        }
        stores.cursors().resume(tx, chain);
        LOG.info("{}: reading goes on from {}", chain, from.height());
        return new Resumption.Resumed(from);
    }
}
