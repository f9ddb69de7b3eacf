package dev.offramp.destinations;

import java.time.Instant;

/// The bank of a wallet.
///
/// @param autoSettlement whether its deposits are paid on to it
/// @param updatedAt when bank or flag were last set
public record LinkedBank(BankAccount bank, boolean autoSettlement, Instant updatedAt) {}
