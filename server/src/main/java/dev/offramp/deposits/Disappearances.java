package dev.offramp.deposits;

import dev.offramp.assets.Asset;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.wallets.WalletId;
import dev.offramp.wallets.Wallets;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What becomes of deposits whose transaction is in no block: they wait, go missing, and are given up when the chain
/// has grown past them by as many blocks as their asset needs, or when another transaction took their place.
final class Disappearances {

    /// Unplaced deposits asked about in one turn.
    private static final int ASKED = 500;

    private final DepositStore deposits;
    private final Wallets wallets;
    private final Appraiser appraiser;
    private final Facts facts;
    private final Incidents incidents;
    private final Returns returns;
    private final InstantSource clock;

    Disappearances(
            DepositStore deposits,
            Wallets wallets,
            Appraiser appraiser,
            Facts facts,
            Incidents incidents,
            Returns returns,
            InstantSource clock) {
        this.deposits = deposits;
        this.incidents = incidents;
        this.returns = returns;
        this.wallets = wallets;
        this.appraiser = appraiser;
        this.facts = facts;
        this.clock = clock;
    }

    /// What lay above `height` is in no block any more.
    void leftTheChain(Transaction tx, ChainId chain, long height) {
        Instant now = clock.instant();
        List<Deposit> gone = deposits.lockAbove(tx, chain, height).stream()
                .map(deposit -> deposit.at(new Place.Missing(height), now))
                .toList();
        deposits.update(tx, gone, now);
    }

    /// Looks, while the chain is paused, whether it has again what it had lost. Asks the node: never in a transaction.
    void lookForReturns(Chain chain) {
        returns.look(chain);
    }

    /// Transactions of deposits that are in no block we read.
    Set<TxHash> unplaced(Transaction tx, ChainId chain) {
        return deposits.unplaced(tx, chain, ASKED);
    }

    /// Takes the node's word on transactions that are in no block we read.
    void statuses(Transaction tx, ChainId chain, Map<TxHash, TxStatus> statuses, long height) {
        if (statuses.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Deposit> changed = new ArrayList<>();
        Map<DepositId, String> replaced = new HashMap<>();
        for (Deposit deposit : deposits.lockUnplaced(tx, chain, statuses.keySet())) {
            switch (statuses.get(deposit.origin().tx())) {
                case TxStatus.Waiting _ -> moveTo(deposit, new Place.Waiting(), now, changed);
                case TxStatus.Unknown _ -> missingSince(deposit, height, now, changed);
                case TxStatus.Mined(var block) -> {
                    // Read and not found among the block's transfers: it had no effect there.
                    if (block.height() <= height) {
                        missingSince(deposit, block.height() - 1, now, changed);
                    }
                }
                case TxStatus.Replaced(var by, var block) -> {
                    if (block.height() <= height) {
                        replaced.put(deposit.id(), "replaced by " + by);
                        changed.add(deposit);
                    }
                }
            }
        }
        giveUp(tx, changed, replaced, height, now);
    }

    private static void moveTo(Deposit deposit, Place place, Instant now, List<Deposit> changed) {
        if (!deposit.place().equals(place)) {
            changed.add(deposit.at(place, now));
        }
    }

    private static void missingSince(Deposit deposit, long height, Instant now, List<Deposit> changed) {
        if (deposit.place() instanceof Place.Waiting) {
            changed.add(deposit.at(new Place.Missing(height), now));
        }
    }

    /// Deletes pending deposits that have been missing for as many blocks as their asset needs; booked ones become
    /// incidents.
    void giveUpMissing(Transaction tx, ChainId chain, long height) {
        Map<DepositId, String> reasons = new HashMap<>();
        List<Asset> assets = appraiser.assets().list(chain.environment());
        List<Deposit> missing = deposits.lockMissing(tx, chain, assets, height);
        missing.forEach(deposit -> reasons.put(deposit.id(), "left the chain"));
        giveUp(tx, missing, reasons, height, clock.instant());
        incidents.open(tx, chain, deposits.lockLost(tx, chain, assets, height), clock.instant());
    }

    private void giveUp(
            Transaction tx, List<Deposit> changed, Map<DepositId, String> reasons, long height, Instant now) {
        if (changed.isEmpty()) {
            return;
        }
        Set<WalletId> owners = new HashSet<>();
        changed.forEach(deposit -> owners.add(deposit.wallet()));
        Appraisal appraisal = appraiser.load(tx, wallets.all(tx, owners).values());
        Announcer announcer = new Announcer(appraisal, now);
        List<Deposit> told = new ArrayList<>();
        for (Deposit deposit : changed) {
            String reason = reasons.get(deposit.id());
            boolean isGivenUp = reason != null && deposit.isPending();
            told.add(isGivenUp ? deleted(announcer, appraisal, deposit, reason, height, now) : deposit);
        }
        deposits.update(tx, told, now);
        announcer.write(tx, facts);
    }

    /// A deposit nobody was told about is deleted silently; one that was told of waits until its value can be stated.
    private static Deposit deleted(
            Announcer announcer, Appraisal appraisal, Deposit deposit, String reason, long height, Instant now) {
        Deposit gone = deposit.in(new DepositState.Deleted(reason), now);
        if (deposit.isUntold()) {
            return gone;
        }
        return appraisal
                .terms(gone, BigDecimal.ZERO)
                .map(terms -> announcer.tell(gone, terms, height, DepositDeleted::new))
                .orElse(deposit);
    }
}
