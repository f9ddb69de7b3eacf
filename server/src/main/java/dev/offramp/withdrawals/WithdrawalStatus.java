package dev.offramp.withdrawals;

import java.util.Locale;

/// How a withdrawal stands, as clients are told.
public enum WithdrawalStatus {
    /// Accepted, the money is set aside; no node has taken it on yet.
    PENDING,
    /// Broadcast.
    PROCESSING,
    /// On the chain, as deep as it must be.
    COMPLETED,
    /// Refused before anything was sent; the money is back.
    REJECTED,
    /// Sent, and failed on the chain; the money is back.
    REVERSED;

    /// Whether it has ended and the money is back.
    public boolean isReturned() {
        return this == REJECTED || this == REVERSED;
    }

    /// The wire's lower-case name.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
