package dev.offramp.deposits;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Step;
import dev.offramp.wallets.WalletId;
import dev.offramp.wallets.Wallets;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells again of pending deposits that grew deeper, at most every [Deposits#ANNOUNCE_EVERY], and for the first time of
/// those that had no price when they were seen.
final class DepositAnnouncer implements Step {

    private static final int BATCH = 500;

    private final Database db;
    private final InstantSource clock;
    private final DepositStore deposits;
    private final Wallets wallets;
    private final Appraiser appraiser;
    private final Facts facts;

    DepositAnnouncer(
            Database db,
            InstantSource clock,
            DepositStore deposits,
            Wallets wallets,
            Appraiser appraiser,
            Facts facts) {
        this.db = db;
        this.clock = clock;
        this.deposits = deposits;
        this.wallets = wallets;
        this.appraiser = appraiser;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "deposits.announce";
    }

    @Override
    public boolean runOnce() {
        return db.transact(this::announce);
    }

    private boolean announce(Transaction tx) {
        Instant now = clock.instant();
        List<DepositStore.Mature> due = deposits.lockToAnnounce(tx, now, BATCH);
        if (due.isEmpty()) {
            return false;
        }
        Set<WalletId> owners = new HashSet<>();
        due.forEach(each -> owners.add(each.deposit().wallet()));
        Appraisal appraisal = appraiser.load(tx, wallets.all(tx, owners).values());
        Announcer announcer = new Announcer(appraisal, now);
        List<Deposit> told = new ArrayList<>();
        List<Deposit> nothingNew = new ArrayList<>();
        for (DepositStore.Mature each : due) {
            Deposit deposit = each.deposit();
            Optional<Terms> terms =
                    isNews(deposit, each.height()) ? appraisal.terms(deposit, BigDecimal.ZERO) : Optional.empty();
            terms.ifPresentOrElse(
                    known -> told.add(announcer.tell(deposit, known, each.height(), DepositPending::new)),
                    () -> nothingNew.add(deposit));
        }
        deposits.update(tx, told, now);
        deposits.announceAt(tx, nothingNew, now.plus(Deposits.ANNOUNCE_EVERY));
        announcer.write(tx, facts);
        return due.size() == BATCH;
    }

    private static boolean isNews(Deposit deposit, long height) {
        return deposit.told()
                .confirmations()
                .map(before -> deposit.confirmations(height) > before)
                .orElse(true);
    }
}
