package dev.offramp.drafts;

import java.util.Locale;

/// What a draft is about to do.
public enum DraftKind {
    /// Money to a saved bank.
    PAYOUT,
    /// Stablecoins to a saved address.
    WITHDRAWAL,
    /// One currency into another.
    CONVERSION;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DraftKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
