package dev.offramp.destinations;

/// The bank of a wallet.
///
/// @param autoSettlement whether its deposits are paid on to it
public record LinkedBank(BankAccount bank, boolean autoSettlement) {}
