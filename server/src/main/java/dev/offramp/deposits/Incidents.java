package dev.offramp.deposits;

import dev.offramp.chains.ChainId;
import dev.offramp.db.Transaction;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Ledger;
import dev.offramp.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A deposit that was credited or flagged and then left its chain for good. The chain is paused, what is still there of
/// the credit is held, and people decide: no money is taken back by itself.
final class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
    private static final String HOLD = "deposit.left-chain";

    private final CursorStore cursors;
    private final IncidentStore store = new IncidentStore();
    private final Ledger ledger;

    Incidents(CursorStore cursors, Ledger ledger) {
        this.cursors = cursors;
        this.ledger = ledger;
    }

    void open(Transaction tx, ChainId chain, List<Deposit> lost, Instant now) {
        for (Deposit deposit : lost) {
            LOG.error("{}: deposit {} was booked and has left the chain; paused", chain, deposit.id());
            store.insert(tx, deposit.id(), hold(tx, deposit), now);
        }
        if (!lost.isEmpty()) {
            String why = "deposit " + lost.getFirst().id() + " was booked and has left the chain";
            cursors.pause(tx, chain, Optional.of(why));
        }
    }

    /// Sets aside what the tenant still has of the credit.
    private Money hold(Transaction tx, Deposit deposit) {
        if (!(deposit.state() instanceof DepositState.Completed completed)) {
            return new Money(deposit.asset(), java.math.BigInteger.ZERO);
        }
        Account account = Account.tenant(deposit.tenant(), completed.terms().currency());
        Money credited = completed.terms().amount().plus(completed.terms().markup());
        Money available = ledger.available(tx, List.of(account)).get(account);
        Money held = available.compareTo(credited) < 0 ? available : credited;
        if (held.isPositive()) {
            Cause cause = new Cause(HOLD, deposit.id().value());
            ledger.enter(tx, List.of(new Entry.Hold(cause, account, held)));
        }
        return held;
    }
}
