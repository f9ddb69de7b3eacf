package dev.offramp.wire.withdrawal;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;

/// The answer to a bank withdrawal that was accepted.
public record ReceivedWithdrawalJson(
        @Key(value = "The withdrawal's.", as = Notation.ID) String id,

        @Key(value = "As it was accepted, however it stands by now.", oneOf = "pending")
        String status) {}
