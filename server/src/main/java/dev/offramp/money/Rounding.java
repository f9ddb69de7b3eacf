package dev.offramp.money;

import java.math.RoundingMode;

/// The three ways an amount may lose digits. There is no rounding without one of these names.
public enum Rounding {
    /// Towards zero: what we owe, rates we pay.
    DOWN(RoundingMode.DOWN),
    /// Away from zero: what is owed to us when we convert back to dollars.
    UP(RoundingMode.UP),
    /// To the nearest, halves away from zero: fees.
    HALF_UP(RoundingMode.HALF_UP);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    public RoundingMode mode() {
        return mode;
    }
}
