package dev.offramp.chains;

/// Where a transfer lies inside its transaction: `value` (top-level value), `log:2` (third log of the receipt),
/// `call:0.1` (call path), `out:1` (second output). With network and transaction hash it is a deposit's identity.
public record Position(String value) {

    @Override
    public String toString() {
        return value;
    }
}
