package dev.offramp.law.planted.money;

import java.math.BigDecimal;

final class DoubleInBetween {
    private DoubleInBetween() {}

    static int cents(BigDecimal amount) {
        return Double.compare(amount.doubleValue(), 1);
    }
}
