package dev.offramp.deposits;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.facts.FactBody;
import dev.offramp.facts.Facts;
import dev.offramp.facts.NewFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Collects the facts of one transaction, so that each deposit's `sequence` rises by one with every fact and all are
/// written together.
final class Announcer {

    private final Appraisal appraisal;
    private final Instant at;
    private final List<NewFact> facts = new ArrayList<>();

    Announcer(Appraisal appraisal, Instant at) {
        this.appraisal = appraisal;
        this.at = at;
    }

    /// Adds a fact and answers the deposit as it is after it.
    ///
    /// @param height how far the deposit's chain was read
    Deposit tell(Deposit deposit, Terms terms, long height, Function<DepositSnapshot, FactBody> kind) {
        int sequence = deposit.told().sequence() + 1;
        Deposit told = deposit.with(new Deposit.Told(sequence, Optional.of(deposit.confirmations(height))));
        ObjectId subject = deposit.id().value();
        FactBody body = kind.apply(appraisal.snapshot(deposit, terms, height, at));
        facts.add(new NewFact(deposit.tenant(), subject, sequence, at, body));
        return told;
    }

    void write(Transaction tx, Facts outbox) {
        outbox.write(tx, facts);
    }
}
