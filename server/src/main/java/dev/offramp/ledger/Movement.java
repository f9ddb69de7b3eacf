package dev.offramp.ledger;

import dev.offramp.money.Money;

/// What one purpose has moved into or out of an account.
///
/// @param isIncoming into the account; else out of it
/// @param before the sum of all days before those asked for
/// @param count how many lines there are on the days asked for
/// @param amount the sum of those
public record Movement(Account account, String purpose, boolean isIncoming, Money before, long count, Money amount) {}
