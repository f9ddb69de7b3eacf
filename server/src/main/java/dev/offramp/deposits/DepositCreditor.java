package dev.offramp.deposits;

import dev.offramp.assets.Asset;
import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Step;
import dev.offramp.ledger.Ledger;
import dev.offramp.ledger.Outcome;
import dev.offramp.tenancy.Environment;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import dev.offramp.wallets.Wallets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Credits deposits that are deep enough, or flags them. A batch in one transaction: the deposits, their wallets and
/// what is held for these are locked, decided in memory, and written with their postings and facts.
final class DepositCreditor implements Step {

    static final int BATCH = 500;

    /// How long a deposit without a price or rate waits before it is looked at again, so that it does not stand in the
    /// way of others.
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Database db;
    private final InstantSource clock;
    private final DepositStore deposits;
    private final Wallets wallets;
    private final Appraiser appraiser;
    private final Ledger ledger;
    private final Facts facts;

    DepositCreditor(
            Database db,
            InstantSource clock,
            DepositStore deposits,
            Wallets wallets,
            Appraiser appraiser,
            Ledger ledger,
            Facts facts) {
        this.db = db;
        this.clock = clock;
        this.deposits = deposits;
        this.wallets = wallets;
        this.appraiser = appraiser;
        this.ledger = ledger;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "deposits.credit";
    }

    @Override
    public boolean runOnce() {
        return db.transact(this::credit);
    }

    private boolean credit(Transaction tx) {
        Instant now = clock.instant();
        List<DepositStore.Mature> mature = deposits.lockMature(tx, creditable(tx), now, BATCH);
        if (mature.isEmpty()) {
            return false;
        }
        Set<WalletId> owners = new HashSet<>();
        mature.forEach(each -> owners.add(each.deposit().wallet()));
        List<Wallet> locked = wallets.lock(tx, owners);
        Appraisal appraisal = appraiser.load(tx, locked);
        Crediting crediting = new Crediting(appraisal, deposits.lockHeld(tx, owners), now);
        mature.forEach(each -> crediting.decide(each.deposit(), each.height()));
        deposits.update(tx, crediting.changed(), now);
        deposits.postpone(tx, crediting.waiting(), now.plus(WAIT));
        crediting.write(tx, facts);
        requireEntered(ledger.enter(tx, crediting.entries()));
        return mature.size() == BATCH;
    }

    private List<Asset> creditable(Transaction tx) {
        List<Asset> creditable = new ArrayList<>();
        for (Environment environment : Environment.values()) {
            appraiser.assets().list(environment).stream()
                    .filter(asset -> appraiser.assets().isActive(tx, asset))
                    .forEach(creditable::add);
        }
        return creditable;
    }

    /// Credits take nothing from a guarded account, so none can be refused.
    private static void requireEntered(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (!(outcome instanceof Outcome.Entered)) {
                throw new IllegalStateException("a credit was refused: " + outcome);
            }
        }
    }
}
