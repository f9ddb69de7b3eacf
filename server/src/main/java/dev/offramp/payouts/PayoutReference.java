package dev.offramp.payouts;

/// The name under which a rail knows a payout. One payout has one reference for ever, and a rail pays a reference at
/// most once; that is what makes asking and sending again safe.
///
/// 26 lower-case letters and digits, the form that every rail we know of takes.
public record PayoutReference(String value) {

    public static final int LENGTH_MAX = 32;

    public PayoutReference {
        if (value.isEmpty() || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("a reference has 1 to 32 characters: " + value);
        }
    }

    static PayoutReference of(PayoutId id) {
        return new PayoutReference("po" + id);
    }

    @Override
    public String toString() {
        return value;
    }
}
