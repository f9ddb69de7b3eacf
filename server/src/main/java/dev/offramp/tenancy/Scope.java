package dev.offramp.tenancy;

import java.util.Locale;
import java.util.Optional;

/// What a credential may be used for.
public enum Scope {
    /// Questions of every kind.
    READ,
    /// Addresses, their banks and flags, mock trades.
    DEPOSITS,
    /// Money out: withdrawals, payouts, conversions, saved banks.
    WITHDRAWALS,
    /// The delivery log and its resend.
    WEBHOOKS;

    /// The lower-case name, as stored and as typed.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a name without regard to case; empty for anything that is no scope.
    public static Optional<Scope> parse(String text) {
        for (Scope scope : values()) {
            if (scope.name().equalsIgnoreCase(text)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
