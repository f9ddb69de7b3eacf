package dev.offramp.withdrawals;

import dev.offramp.chains.TxHash;

/// Where a withdrawal is in its life.
///
/// ```
///                   refused: nothing was signed
///              +------------------------------> Rejected
///              |
/// Placed -> Numbered -> Signed -----> Sent ---> Completed   deep in the chain
///                          |           |
///                          +-----------+------> Reversed    deep in the chain, and failed
/// ```
///
/// Signed is the intention, committed with the bytes before they may leave: whoever finds a withdrawal there asks the
/// chain by hash, and broadcasts the same bytes again. From there on the money comes back by [Seen.Failed] alone.
/// [#after] is the whole machine.
sealed interface WithdrawalState {

    /// The money is set aside.
    record Placed() implements WithdrawalState {}

    /// It has its nonce.
    record Numbered() implements WithdrawalState {}

    /// There are signed bytes. They may have left.
    record Signed() implements WithdrawalState {}

    /// A node has taken it on, or a block has it.
    record Sent() implements WithdrawalState {}

    record Completed(TxHash hash) implements WithdrawalState {}

    record Rejected(String reason) implements WithdrawalState {}

    record Reversed(String reason) implements WithdrawalState {}

    /// What happened to a withdrawal.
    sealed interface Seen {

        record GotNonce() implements Seen {}

        /// Its payment could not succeed.
        record Refused(String reason) implements Seen {}

        record GotSigned() implements Seen {}

        /// A node knows it, or a block that is not deep yet has it.
        record Known() implements Seen {}

        record Confirmed(TxHash hash) implements Seen {}

        record Failed(String reason) implements Seen {}
    }

    /// This state after what was `seen`; the same state where it says nothing new or comes late.
    default WithdrawalState after(Seen seen) {
        return switch (this) {
            case Placed _ -> seen instanceof Seen.GotNonce ? new Numbered() : this;
            case Numbered _ ->
                switch (seen) {
                    case Seen.GotSigned _ -> new Signed();
                    case Seen.Refused(String reason) -> new Rejected(reason);
                    case Seen.GotNonce _, Seen.Known _, Seen.Confirmed _, Seen.Failed _ -> this;
                };
            case Signed _, Sent _ ->
                switch (seen) {
                    case Seen.Known _ -> new Sent();
                    case Seen.Confirmed(TxHash hash) -> new Completed(hash);
                    case Seen.Failed(String reason) -> new Reversed(reason);
                    case Seen.GotNonce _, Seen.Refused _, Seen.GotSigned _ -> this;
                };
            case Completed _, Rejected _, Reversed _ -> this;
        };
    }

    default WithdrawalStatus status() {
        return switch (this) {
            case Placed _, Numbered _, Signed _ -> WithdrawalStatus.PENDING;
            case Sent _ -> WithdrawalStatus.PROCESSING;
            case Completed _ -> WithdrawalStatus.COMPLETED;
            case Rejected _ -> WithdrawalStatus.REJECTED;
            case Reversed _ -> WithdrawalStatus.REVERSED;
        };
    }

    default boolean isOpen() {
        return switch (this) {
            case Placed _, Numbered _, Signed _, Sent _ -> true;
            case Completed _, Rejected _, Reversed _ -> false;
        };
    }
}
