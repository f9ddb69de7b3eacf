package dev.offramp.payouts;

import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What payouts do in the books.
///
/// Placed: the amount is held. Completed: `tenant → rail` what the account received, `tenant → fees` the fee. Rejected
/// or reversed: the hold is released. Reversed after it was completed: the same postings the other way round.
final class Booking {

    private Booking() {}

    static Entry.Hold hold(Payout payout) {
        return new Entry.Hold(hold(payout.id()), tenant(payout), payout.amount());
    }

    /// What the books see of a payout that moves `from` a state into the one it is in.
    static Optional<Entry> of(PayoutState from, Payout payout) {
        return switch (payout.state()) {
            case PayoutState.Placed _, PayoutState.Submitting _, PayoutState.Processing _ -> Optional.empty();
            case PayoutState.Completed _ -> Optional.of(paid(payout));
            case PayoutState.Rejected _ -> Optional.of(new Entry.Release(hold(payout.id())));
            case PayoutState.Reversed _ ->
                Optional.of(
                        from instanceof PayoutState.Completed
                                ? takenBack(payout)
                                : new Entry.Release(hold(payout.id())));
        };
    }

    private static Entry paid(Payout payout) {
        List<Posting> postings = new ArrayList<>();
        postings.add(new Posting(tenant(payout), system(AccountKind.RAIL, payout), payout.payoutAmount()));
        if (payout.fee().isPositive()) {
            postings.add(new Posting(tenant(payout), system(AccountKind.FEES, payout), payout.fee()));
        }
        return new Entry.PostHeld(
                hold(payout.id()), new Cause("payout.paid", payout.id().value()), postings);
    }

    private static Entry takenBack(Payout payout) {
        List<Posting> postings = new ArrayList<>();
        postings.add(new Posting(system(AccountKind.RAIL, payout), tenant(payout), payout.payoutAmount()));
        if (payout.fee().isPositive()) {
            postings.add(new Posting(system(AccountKind.FEES, payout), tenant(payout), payout.fee()));
        }
        return new Entry.Post(new Cause("payout.taken-back", payout.id().value()), postings);
    }

    private static Cause hold(PayoutId payout) {
        return new Cause("payout", payout.value());
    }

    private static Account tenant(Payout payout) {
        return Account.tenant(payout.tenant(), payout.currency());
    }

    private static Account system(AccountKind kind, Payout payout) {
        return Account.system(
                kind, payout.tenant().environment(), payout.amount().asset());
    }
}
