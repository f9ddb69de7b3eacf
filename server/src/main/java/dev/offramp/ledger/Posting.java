package dev.offramp.ledger;

import dev.offramp.money.Money;

/// Moves `amount` from one account to another of the same asset.
public record Posting(Account from, Account to, Money amount) {

    public Posting {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a posting moves something: " + amount);
        }
        if (!from.asset().equals(amount.asset()) || !to.asset().equals(amount.asset())) {
            throw new IllegalArgumentException("a posting stays within one asset: " + amount.asset());
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("a posting has two accounts: " + from);
        }
    }
}
