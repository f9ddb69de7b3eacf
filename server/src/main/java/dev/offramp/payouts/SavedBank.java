package dev.offramp.payouts;

import dev.offramp.destinations.BankAccount;
import java.time.Instant;

/// A bank account a tenant keeps for withdrawals.
public record SavedBank(SavedBankId id, BankAccount account, Instant createdAt) {}
