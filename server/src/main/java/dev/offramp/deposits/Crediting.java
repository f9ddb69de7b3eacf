package dev.offramp.deposits;

import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.ledger.Entry;
import dev.offramp.wallets.WalletId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides what becomes of deposits that are deep enough, in memory and in order: credited, flagged, or waiting for a
/// price. A deposit that with what is held at its address reaches the minimum completes all of it.
final class Crediting {

    private final Appraisal appraisal;
    private final Announcer announcer;
    private final Instant now;
    private final Map<WalletId, List<Deposit>> held = new HashMap<>();
    private final Map<DepositId, Deposit> changed = new LinkedHashMap<>();
    private final List<Deposit> waiting = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /// @param held flagged deposits of the wallets concerned, oldest first
    Crediting(Appraisal appraisal, List<Deposit> held, Instant now) {
        this.appraisal = appraisal;
        this.announcer = new Announcer(appraisal, now);
        this.now = now;
        held.forEach(this::hold);
    }

    /// Only what lacks nothing but money can be topped up.
    private void hold(Deposit deposit) {
        if (deposit.state() instanceof DepositState.Flagged flagged
                && flagged.why() == FlagReason.BELOW_MINIMUM
                && flagged.rejected().isEmpty()
                && deposit.place() instanceof Place.InBlock) {
            held.computeIfAbsent(deposit.wallet(), wallet -> new ArrayList<>()).add(deposit);
        }
    }

    /// @param height how far the deposit's chain was read
    void decide(Deposit deposit, long height) {
        Optional<Terms> terms = appraisal.terms(deposit, BigDecimal.ZERO);
        if (terms.isEmpty()) {
            waiting.add(deposit);
            return;
        }
        Deposit announced =
                deposit.isUntold() ? announcer.tell(deposit, terms.get(), height, DepositPending::new) : deposit;
        if (deposit.content().isWrongAsset()) {
            flag(announced, terms.get(), FlagReason.WRONG_ASSET, height);
        } else if (reachesMinimum(deposit, terms.get())) {
            complete(announced, terms.get(), Optional.empty(), height);
            completeHeld(deposit, height);
        } else {
            flag(announced, terms.get(), FlagReason.BELOW_MINIMUM, height);
        }
    }

    private boolean reachesMinimum(Deposit deposit, Terms terms) {
        BigDecimal total = terms.usd();
        for (Deposit earlier : heldWith(deposit)) {
            total = total.add(appraisal.usd(earlier).orElse(BigDecimal.ZERO));
        }
        return total.compareTo(appraisal.asset(deposit).minimumUsd()) >= 0;
    }

    private List<Deposit> heldWith(Deposit deposit) {
        return held.getOrDefault(deposit.wallet(), List.of()).stream()
                .filter(earlier -> earlier.asset().equals(deposit.asset()))
                .toList();
    }

    private void completeHeld(Deposit topUp, long height) {
        for (Deposit earlier : heldWith(topUp)) {
            Terms terms = appraisal.terms(earlier, BigDecimal.ZERO).orElseThrow();
            String reason = "This trade was flagged but resolved with a top-up from trade ID: " + topUp.id() + ".";
            complete(earlier, terms, Optional.of(reason), height);
        }
        held.remove(topUp.wallet());
    }

    private void complete(Deposit deposit, Terms terms, Optional<String> reason, long height) {
        Optional<FlagReason> wasFlagged =
                deposit.state() instanceof DepositState.Flagged flagged ? Optional.of(flagged.why()) : Optional.empty();
        Deposit completed = deposit.in(new DepositState.Completed(deposit.place(), terms, reason, wasFlagged), now);
        entries.add(DepositBooks.credit(deposit, terms));
        tell(completed, terms, height, true);
    }

    private void flag(Deposit deposit, Terms stated, FlagReason why, long height) {
        Deposit flagged = deposit.in(new DepositState.Flagged(deposit.place(), why, stated, Optional.empty()), now);
        entries.add(DepositBooks.suspend(deposit, stated));
        Deposit told = tell(flagged, stated, height, false);
        hold(told);
    }

    private Deposit tell(Deposit deposit, Terms terms, long height, boolean isCompleted) {
        Deposit told =
                announcer.tell(deposit, terms, height, isCompleted ? DepositCompleted::new : DepositFlagged::new);
        changed.put(told.id(), told);
        return told;
    }

    List<Deposit> changed() {
        return List.copyOf(changed.values());
    }

    List<Deposit> waiting() {
        return waiting;
    }

    List<Entry> entries() {
        return entries;
    }

    void write(Transaction tx, Facts facts) {
        announcer.write(tx, facts);
    }
}
