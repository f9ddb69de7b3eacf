package dev.offramp.ledger;

import dev.offramp.money.Money;
import java.util.List;
import java.util.Optional;

/// One thing the ledger is asked to do, whole or not at all.
public sealed interface Entry {

    /// Book these postings. Refused when a guarded account would have less than nothing.
    ///
    /// @param concerns the tenant's account it is about, where the postings go through none of the tenant's
    record Post(Cause cause, List<Posting> postings, Optional<Account> concerns) implements Entry {
        public Post {
            postings = List.copyOf(postings);
        }

        public Post(Cause cause, List<Posting> postings) {
            this(cause, postings, Optional.empty());
        }
    }

    /// Set `amount` of a guarded account aside. Refused when less is available.
    record Hold(Cause cause, Account account, Money amount) implements Entry {
        public Hold {
            if (!account.kind().isGuarded() || !amount.isPositive()) {
                throw new IllegalArgumentException("a hold sets something of a guarded account aside");
            }
        }
    }

    /// Turn an open hold into postings: the hold ends, and what the postings take from its account they take from
    /// what was set aside. Postings may take less (the rest becomes available again), never more.
    record PostHeld(Cause hold, Cause cause, List<Posting> postings) implements Entry {
        public PostHeld {
            postings = List.copyOf(postings);
        }
    }

    /// End an open hold; the amount becomes available again.
    record Release(Cause hold) implements Entry {}
}
