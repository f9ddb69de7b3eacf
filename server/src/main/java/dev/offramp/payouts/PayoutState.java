package dev.offramp.payouts;

import dev.offramp.payouts.Rail.Standing;
import dev.offramp.payouts.Rail.Submission;

/// Where a payout is in its life.
///
/// ```
///                 +--------------------------> Rejected
///                 |                               ^  refused by the rail
/// Placed -> Submitting -------> Processing -------+
///                 |                 |   |
///                 |                 |   +------> Reversed   not paid after all
///                 |                 v                ^
///                 +----------> Completed ------------+      taken back later
/// ```
///
/// Submitting is the intention, committed before the rail is called: whoever finds a payout there after a crash asks
/// the rail what became of it. [#after] is the whole machine.
sealed interface PayoutState {

    /// The money is set aside; nothing was sent.
    record Placed() implements PayoutState {}

    /// May have been sent.
    record Submitting() implements PayoutState {}

    /// Sent, not ended.
    ///
    /// @param acknowledged whether the rail has said that it knows the payout; as long as it has not, and says so
    ///     when asked, the same reference is sent again, and never after that
    record Processing(boolean acknowledged) implements PayoutState {}

    record Completed() implements PayoutState {}

    record Rejected(String reason) implements PayoutState {}

    record Reversed(String reason) implements PayoutState {}

    default PayoutStatus status() {
        return switch (this) {
            case Placed _, Submitting _ -> PayoutStatus.PENDING;
            case Processing _ -> PayoutStatus.PROCESSING;
            case Completed _ -> PayoutStatus.COMPLETED;
            case Rejected _ -> PayoutStatus.REJECTED;
            case Reversed _ -> PayoutStatus.REVERSED;
        };
    }

    /// Whether the rail still has to be heard.
    default boolean isOpen() {
        return switch (this) {
            case Placed _, Submitting _, Processing _ -> true;
            case Completed _, Rejected _, Reversed _ -> false;
        };
    }

    /// Whether the reference may be sent (again) when the rail says it never heard of it.
    default boolean maySubmit() {
        return switch (this) {
            case Submitting _ -> true;
            case Processing processing -> !processing.acknowledged();
            case Placed _, Completed _, Rejected _, Reversed _ -> false;
        };
    }

    /// What the rail's `answer` makes of this state.
    default Change after(Rail.Answer answer) {
        return switch (this) {
            case Placed _ -> new Change.Contradicts();
            case Submitting _ -> afterSubmitting(answer);
            case Processing(boolean acknowledged) ->
                acknowledged ? afterAcknowledged(answer) : afterUnacknowledged(answer);
            case Completed _ -> afterCompleted(answer);
            case Rejected _ -> afterRejected(answer);
            case Reversed _ -> afterReversed(answer);
        };
    }

    private static Change afterSubmitting(Rail.Answer answer) {
        return switch (answer) {
            case Submission.Accepted _, Standing.Pending _ -> new Change.Moves(new Processing(true));
            case Submission.Unknown _ -> new Change.Moves(new Processing(false));
            case Submission.Rejected(String reason) -> new Change.Moves(new Rejected(reason));
            // Nobody was told that it is being processed: to all but the rail it was refused.
            case Standing.Failed(String reason) -> new Change.Moves(new Rejected(reason));
            case Standing.Paid _ -> new Change.Moves(new Completed());
            case Standing.Reversed(String reason) -> new Change.Moves(new Reversed(reason));
            case Standing.NotFound _ -> new Change.Stays();
        };
    }

    private static Change afterUnacknowledged(Rail.Answer answer) {
        return switch (answer) {
            case Submission.Accepted _, Standing.Pending _ -> new Change.Moves(new Processing(true));
            case Submission.Rejected(String reason) -> new Change.Moves(new Rejected(reason));
            case Submission.Unknown _, Standing.NotFound _ -> new Change.Stays();
            case Standing.Paid _ -> new Change.Moves(new Completed());
            case Standing.Failed(String reason) -> new Change.Moves(new Reversed(reason));
            case Standing.Reversed(String reason) -> new Change.Moves(new Reversed(reason));
        };
    }

    private static Change afterAcknowledged(Rail.Answer answer) {
        return switch (answer) {
            case Submission.Accepted _, Submission.Unknown _, Standing.Pending _ -> new Change.Stays();
            case Submission.Rejected _, Standing.NotFound _ -> new Change.Contradicts();
            case Standing.Paid _ -> new Change.Moves(new Completed());
            case Standing.Failed(String reason) -> new Change.Moves(new Reversed(reason));
            case Standing.Reversed(String reason) -> new Change.Moves(new Reversed(reason));
        };
    }

    private static Change afterCompleted(Rail.Answer answer) {
        return switch (answer) {
            case Submission.Accepted _, Submission.Unknown _, Standing.Pending _, Standing.Paid _ -> new Change.Stays();
            case Submission.Rejected _, Standing.Failed _, Standing.NotFound _ -> new Change.Contradicts();
            case Standing.Reversed(String reason) -> new Change.Moves(new Reversed(reason));
        };
    }

    private static Change afterRejected(Rail.Answer answer) {
        return switch (answer) {
            case Submission.Rejected _,
                    Submission.Unknown _,
                    Standing.Failed _,
                    Standing.Reversed _,
                    Standing.NotFound _ -> new Change.Stays();
            case Submission.Accepted _, Standing.Pending _, Standing.Paid _ -> new Change.Contradicts();
        };
    }

    private static Change afterReversed(Rail.Answer answer) {
        return switch (answer) {
            case Standing.Paid _ -> new Change.Contradicts();
            case Submission.Accepted _,
                    Submission.Rejected _,
                    Submission.Unknown _,
                    Standing.Pending _,
                    Standing.Failed _,
                    Standing.Reversed _,
                    Standing.NotFound _ -> new Change.Stays();
        };
    }

    /// What an answer does.
    sealed interface Change {
        record Moves(PayoutState to) implements Change {}

        /// Nothing new, or a late answer that agrees with what came of it.
        record Stays() implements Change {}

        /// The rail says what cannot be. Nothing moves, least of all money; the operator is told.
        record Contradicts() implements Change {}
    }
}
