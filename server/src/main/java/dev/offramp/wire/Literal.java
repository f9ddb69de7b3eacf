package dev.offramp.wire;

import java.math.BigDecimal;
import java.util.Optional;

/// Reads the digits of a number without ever expanding an exponent: `1e999999999` is ten bytes on the wire and would
/// be a gigabyte as digits.
final class Literal {

    /// No amount in this system needs more characters, digits before or digits after the point.
    private static final int CHARACTERS_MAX = 100;

    private static final int DIGITS_MAX = 60;

    private Literal() {}

    /// The exact value without trailing zeros; empty when it is not a JSON number or out of all proportion.
    static Optional<BigDecimal> read(String literal) {
        if (literal.isEmpty() || literal.length() > CHARACTERS_MAX) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(literal);
            if (value.signum() == 0) {
                return Optional.of(BigDecimal.ZERO);
            }
            // Strips digits that are there; a positive exponent stays an exponent.
            return Optional.of(value.stripTrailingZeros()).filter(Literal::isInProportion);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static boolean isInProportion(BigDecimal value) {
        long digitsBeforePoint = (long) value.precision() - value.scale();
        return digitsBeforePoint <= DIGITS_MAX && value.scale() <= DIGITS_MAX;
    }
}
