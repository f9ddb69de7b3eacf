package dev.offramp.ledger;

import dev.offramp.money.Money;

/// A hold as stored and locked.
record HoldRow(Cause cause, Account account, Money amount, boolean isOpen) {}
