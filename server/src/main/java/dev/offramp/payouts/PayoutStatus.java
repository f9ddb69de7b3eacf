package dev.offramp.payouts;

import java.util.Locale;

/// How a payout stands, as clients are told.
public enum PayoutStatus {
    /// Accepted, the money is set aside; the rail has not answered yet.
    PENDING,
    /// With the rail.
    PROCESSING,
    /// Paid.
    COMPLETED,
    /// The rail refused it; the money is back.
    REJECTED,
    /// The rail took it on and did not pay it, or took it back; the money is back.
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
