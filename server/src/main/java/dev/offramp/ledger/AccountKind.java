package dev.offramp.ledger;

import java.util.Locale;

/// The chart of accounts.
public enum AccountKind {
    /// What a tenant may spend, one per currency. Guarded.
    TENANT,
    /// Counterpart of every currency exchange; what rounding leaves stays here.
    LIQUIDITY,
    /// Platform and payout fees earned.
    FEES,
    /// The outside world of chains; its negative balance is what we hold on chain.
    CUSTODY,
    /// Deposits that arrived but are held back (flagged).
    SUSPENSE,
    /// The outside world of banks; its balance is what was paid out.
    RAIL,
    /// What a tenant owes after a credited deposit was reorganised away.
    RECEIVABLE,
    /// What sending coins has cost, in each network's own coin; negative.
    GAS_COST;

    /// Whether the account has a row that is locked and may not fall below zero.
    public boolean isGuarded() {
        return this == TENANT;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
