package dev.offramp.deposits;

import java.util.Locale;

/// Why a confirmed deposit is held back.
public enum FlagReason {
    BELOW_MINIMUM("the deposit is below the minimum"),
    FAILED_SCREENING("the deposit failed screening"),
    WRONG_ASSET("another asset or network than the address was made for");

    private final String text;

    FlagReason(String text) {
        this.text = text;
    }

    /// The words of the event's `note`.
    public String text() {
        return text;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
