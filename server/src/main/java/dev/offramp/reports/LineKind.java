package dev.offramp.reports;

import java.util.Arrays;

/// Why something was booked, in words.
public enum LineKind {
    DEPOSIT_HELD_BACK("deposit.suspend", "deposit held back"),
    DEPOSIT_CREDITED("deposit.credit", "deposit credited"),
    DEPOSIT_CORRECTED("deposit.correct", "deposit corrected"),
    PAYOUT_PAID("payout.paid", "payout paid"),
    PAYOUT_TAKEN_BACK("payout.taken-back", "payout taken back"),
    WITHDRAWAL_SENT("withdrawal.sent", "withdrawal sent"),
    WITHDRAWAL_GAS("withdrawal.gas", "cost of sending"),
    CONVERSION("conversion", "conversion"),
    /// Booked by hand.
    OTHER("", "other");

    private final String purpose;
    private final String words;

    LineKind(String purpose, String words) {
        this.purpose = purpose;
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// @param purpose of a cause; what is booked once more for the same object has a number at its end
    static LineKind of(String purpose) {
        String once = purpose.replaceFirst("\\.[0-9]+$", "");
        return Arrays.stream(values())
                .filter(kind -> kind.purpose.equals(once))
                .findFirst()
                .orElse(OTHER);
    }
}
