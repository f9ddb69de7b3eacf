package dev.offramp.payouts;

import dev.offramp.destinations.BankAccount;

/// The answer to in whose name an account is.
public sealed interface Resolution {

    record Resolved(BankAccount account) implements Resolution {}

    /// The bank knows no such account, or does not say.
    record NotResolved() implements Resolution {}

    /// No rail reaches the bank in this environment.
    record NoRail() implements Resolution {}
}
