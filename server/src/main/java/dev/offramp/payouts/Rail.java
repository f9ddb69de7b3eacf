package dev.offramp.payouts;

import dev.offramp.destinations.BankAccount;
import dev.offramp.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The port to what moves bank money. An adapter turns a rail's answers into these and decides nothing.
///
/// A call never runs inside a database transaction and answers within [#PATIENCE_SECONDS]; what could not be told by
/// then is [Submission.Unknown] or left out. Any method may throw [Trouble][dev.offramp.db.Trouble]; from
/// [#submit] that means the same as `Unknown` for all.
///
/// The one promise a rail must keep: **a reference is paid at most once**, however often it is submitted. An adapter
/// whose rail answers "duplicate reference" says `Unknown`, never `Rejected`: the first submission may have paid.
public interface Rail {

    int PATIENCE_SECONDS = 20;

    /// Asks in whose name an account is.
    NameCheck resolve(BankId bank, String accountNumber);

    /// Sends these payouts. One that is missing from the answer counts as `Unknown`.
    Map<PayoutReference, Submission> submit(List<Order> orders);

    /// Asks how these payouts stand. One that is missing from the answer could not be asked now.
    Map<PayoutReference, Standing> query(Set<PayoutReference> references);

    /// What a rail is told about one payout.
    ///
    /// @param amount what the account receives
    record Order(PayoutReference reference, BankAccount account, Money amount) {}

    /// The answer to [#resolve].
    sealed interface NameCheck {
        record Named(String accountName) implements NameCheck {
            @Override
            public String toString() {
                return "named";
            }
        }

        record NotResolved() implements NameCheck {}
    }

    /// Anything a rail says about a payout.
    sealed interface Answer {}

    /// The answer to [#submit].
    sealed interface Submission extends Answer {
        /// Taken on; [#query] tells the end.
        record Accepted() implements Submission {}

        /// Refused for good: nothing was or will be paid under this reference.
        record Rejected(String reason) implements Submission {}

        /// Nobody knows: timed out, cut off, answered nonsense. The payout may have been taken on.
        record Unknown() implements Submission {}
    }

    /// The answer to [#query].
    sealed interface Standing extends Answer {
        record Pending() implements Standing {}

        record Paid() implements Standing {}

        /// Taken on, then not paid.
        record Failed(String reason) implements Standing {}

        /// Paid, then taken back; or taken on, then returned.
        record Reversed(String reason) implements Standing {}

        /// The rail has never heard of the reference.
        record NotFound() implements Standing {}
    }
}
