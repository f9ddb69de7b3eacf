package dev.offramp.settlement;

import java.util.Locale;

/// Why a deposit's money stayed in the balance.
public enum SkipReason {
    /// It was spent before it could be settled.
    INSUFFICIENT_BALANCE,
    /// Under the minimum, or nothing would be left after the fee.
    BELOW_MINIMUM,
    ABOVE_MAXIMUM,
    NO_PAYOUT_RAIL,
    /// What the coins are worth was not known.
    NO_RATE;

    /// In words, as people read it and as it is stored: `below minimum`.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static SkipReason ofWords(String words) {
        return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
