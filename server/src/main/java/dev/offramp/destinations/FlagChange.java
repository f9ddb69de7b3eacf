package dev.offramp.destinations;

/// What became of a change of a wallet's automatic-settlement flag.
public sealed interface FlagChange {

    record Set() implements FlagChange {}

    /// Nothing was changed: the wallet has no bank.
    record NoBank() implements FlagChange {}
}
