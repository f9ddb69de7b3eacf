package dev.offramp.figures;

import java.util.Locale;

/// What a day is summed by.
public enum Happening {
    /// Deposits were credited: the amount is all that reached the balance, markup included.
    CREDITED,
    /// Credits were undone, because their deposits had left the chain.
    CORRECTED,
    /// Payouts were paid: the amount is what the balance was charged, fee included.
    PAID_OUT,
    /// Paid payouts came back, fee included.
    TAKEN_BACK,
    /// Withdrawals of coins were sent: the amount is what the balance was charged, fee included.
    SENT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Happening ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
