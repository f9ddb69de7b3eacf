// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What `sellDollars` takes.
 *
 * @param amount At most 2 decimals.
 * @param pin The transaction PIN.
 */
public record SellDollarsBody(
        BigDecimal amount,
        Optional<String> bank,
        Optional<String> pin) {

    /** With what must be there. */
    public static SellDollarsBody of(BigDecimal amount) {
        return new SellDollarsBody(amount, Optional.empty(), Optional.empty());
    }

    public SellDollarsBody withBank(String bank) {
        return new SellDollarsBody(amount, Optional.of(bank), pin);
    }

    public SellDollarsBody withPin(String pin) {
        return new SellDollarsBody(amount, bank, Optional.of(pin));
    }

    /** Without the PIN. */
    @Override
    public String toString() {
        return "SellDollarsBody";
    }
}
