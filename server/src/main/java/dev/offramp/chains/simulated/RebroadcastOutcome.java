package dev.offramp.chains.simulated;

import dev.offramp.chains.TxHash;

/// What became of an attempt to bring back a transaction that was dropped.
public sealed interface RebroadcastOutcome {

    /// It waits again, under its old hash.
    record Rebroadcast() implements RebroadcastOutcome {}

    /// There never was such a transaction.
    record NoSuchTransaction() implements RebroadcastOutcome {}

    /// It waits or is mined already.
    record NotGone() implements RebroadcastOutcome {}

    /// `by` spends the same coins, and waits or is mined.
    record CoinsSpent(TxHash by) implements RebroadcastOutcome {}
}
