package dev.offramp.ledger;

import java.math.BigInteger;

/// A guarded account's row while a batch is decided in memory.
final class GuardedBalance {

    private final BigInteger postedBefore;
    private final BigInteger heldBefore;
    private BigInteger posted;
    private BigInteger held;

    GuardedBalance(BigInteger posted, BigInteger held) {
        this.postedBefore = posted;
        this.heldBefore = held;
        this.posted = posted;
        this.held = held;
    }

    BigInteger available() {
        return posted.subtract(held);
    }

    void post(BigInteger units) {
        posted = posted.add(units);
    }

    void hold(BigInteger units) {
        held = held.add(units);
    }

    boolean isChanged() {
        return !posted.equals(postedBefore) || !held.equals(heldBefore);
    }

    BigInteger postedChange() {
        return posted.subtract(postedBefore);
    }

    BigInteger heldChange() {
        return held.subtract(heldBefore);
    }
}
