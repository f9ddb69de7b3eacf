package dev.offramp.deposits;

import dev.offramp.chains.ChainId;
import dev.offramp.db.Transaction;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Ledger;
import dev.offramp.ledger.Outcome;
import dev.offramp.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens incidents: deposits that were credited or flagged and then left their chain for good. The chain is paused,
/// what is still there of the credit is held, and people decide ([OpenIncidents]): nothing is taken back by itself.
final class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

    private final CursorStore cursors;
    private final IncidentStore store;
    private final Ledger ledger;

    Incidents(CursorStore cursors, IncidentStore store, Ledger ledger) {
        this.cursors = cursors;
        this.store = store;
        this.ledger = ledger;
    }

    /// @param lost locked, of `chain`, whose cursor is locked too
    void open(Transaction tx, ChainId chain, List<Deposit> lost, Instant now) {
        if (lost.isEmpty()) {
            return;
        }
        for (Deposit deposit : lost) {
            LOG.error("{}: deposit {} was booked and has left the chain; paused", chain, deposit.id());
        }
        Map<DepositId, Integer> earlier =
                store.count(tx, lost.stream().map(Deposit::id).toList());
        List<Incident> incidents = lost.stream()
                .map(deposit -> Incident.of(deposit, earlier.getOrDefault(deposit.id(), 0) + 1, now))
                .toList();
        store.insert(tx, hold(tx, incidents), now);
        cursors.pause(tx, chain, Optional.of("deposit " + lost.getFirst().id() + " was booked and has left the chain"));
    }

    /// Sets aside what the tenants still have of the credits.
    private List<Incident> hold(Transaction tx, List<Incident> incidents) {
        List<Incident> credited =
                incidents.stream().filter(its -> its.credited().isPositive()).toList();
        List<Entry> holds = new ArrayList<>();
        credited.forEach(its -> holds.add(DepositBooks.hold(its, its.credited())));
        List<Outcome> outcomes = ledger.enter(tx, holds);
        List<Incident> all = new ArrayList<>(incidents);
        all.removeAll(credited);
        for (int i = 0; i < credited.size(); i++) {
            Incident its = credited.get(i);
            all.add(
                    switch (outcomes.get(i)) {
                        case Outcome.Entered _ -> its.holding(its.credited());
                        case Outcome.InsufficientFunds _ -> its.holding(holdTheRest(tx, its));
                    });
        }
        return all;
    }

    /// The balance is locked by the hold that was refused, so that what is available now stays available.
    private Money holdTheRest(Transaction tx, Incident incident) {
        Account account = DepositBooks.tenant(incident);
        Money rest = ledger.available(tx, List.of(account)).get(account);
        if (rest.isPositive()) {
            DepositBooks.enter(tx, ledger, DepositBooks.hold(incident, rest));
        }
        return rest;
    }
}
