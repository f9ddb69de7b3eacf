package dev.offramp.deposits;

import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.ledger.Ledger;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import dev.offramp.wallets.Wallets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the operator decides about a flagged deposit. The wallet is locked first, as in crediting, so that a top-up and
/// the operator cannot both complete it.
final class FlaggedDeposits {

    private final InstantSource clock;
    private final DepositStore deposits;
    private final Wallets wallets;
    private final Appraiser appraiser;
    private final Ledger ledger;
    private final Facts facts;

    FlaggedDeposits(InstantSource clock, DepositStore deposits, Deposits.Uses uses, Appraiser appraiser) {
        this.clock = clock;
        this.deposits = deposits;
        this.wallets = uses.wallets();
        this.appraiser = appraiser;
        this.ledger = uses.ledger();
        this.facts = uses.facts();
    }

    private interface Decision {
        FlaggedDecision decide(Transaction tx, Deposit deposit, DepositState.Flagged flagged, Wallet wallet);
    }

    FlaggedDecision complete(Transaction tx, DepositId id) {
        return decide(tx, id, this::complete);
    }

    FlaggedDecision reject(Transaction tx, DepositId id, String reason) {
        return decide(tx, id, (inTx, deposit, flagged, wallet) -> {
            Instant now = clock.instant();
            var rejected =
                    new DepositState.Flagged(deposit.place(), flagged.why(), flagged.stated(), Optional.of(reason));
            deposits.update(inTx, List.of(deposit.in(rejected, now)), now);
            return new FlaggedDecision.Done();
        });
    }

    private FlaggedDecision decide(Transaction tx, DepositId id, Decision decision) {
        Optional<WalletId> owner = deposits.walletOf(tx, id);
        if (owner.isEmpty()) {
            return new FlaggedDecision.NotFound();
        }
        Wallet wallet = wallets.lock(tx, Set.of(owner.get())).getFirst();
        Deposit deposit = deposits.lock(tx, id).orElseThrow();
        boolean isDecidable = deposit.state() instanceof DepositState.Flagged flagged
                && flagged.rejected().isEmpty()
                && deposit.place() instanceof Place.InBlock;
        return isDecidable
                ? decision.decide(tx, deposit, (DepositState.Flagged) deposit.state(), wallet)
                : new FlaggedDecision.NotFlagged();
    }

    private FlaggedDecision complete(Transaction tx, Deposit deposit, DepositState.Flagged flagged, Wallet wallet) {
        Instant now = clock.instant();
        Appraisal appraisal = appraiser.load(tx, List.of(wallet));
        Optional<Terms> terms =
                appraisal.terms(deposit, appraisal.asset(deposit).flagFeeUsd());
        if (terms.isEmpty()) {
            return new FlaggedDecision.NoRate();
        }
        Deposit completed = deposit.in(
                new DepositState.Completed(
                        deposit.place(),
                        terms.get(),
                        Optional.of("completed by the operator"),
                        Optional.of(flagged.why())),
                now);
        Announcer announcer = new Announcer(appraisal, now);
        long height = deposits.heightRead(tx, deposit);
        deposits.update(tx, List.of(announcer.tell(completed, terms.get(), height, DepositCompleted::new)), now);
        announcer.write(tx, facts);
        ledger.enter(tx, List.of(DepositBooks.credit(deposit, terms.get())));
        return new FlaggedDecision.Done();
    }
}
