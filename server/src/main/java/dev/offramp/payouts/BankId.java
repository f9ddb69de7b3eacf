package dev.offramp.payouts;

/// A bank's short number in the catalogue, a string on the wire: `39`. Unique over all currencies, never `0`.
public record BankId(String value) {

    public BankId {
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("a bank id is a number from 1 to 9999: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
