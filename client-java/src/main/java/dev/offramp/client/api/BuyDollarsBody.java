// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What `buyDollars` takes.
 *
 * @param amount At most 2 decimals.
 * @param pin The transaction PIN.
 */
public record BuyDollarsBody(
        BigDecimal amount,
        Optional<String> withdrawalAddressId,
        Optional<String> pin) {

    /** With what must be there. */
    public static BuyDollarsBody of(BigDecimal amount) {
        return new BuyDollarsBody(amount, Optional.empty(), Optional.empty());
    }

    public BuyDollarsBody withWithdrawalAddressId(String withdrawalAddressId) {
        return new BuyDollarsBody(amount, Optional.of(withdrawalAddressId), pin);
    }

    public BuyDollarsBody withPin(String pin) {
        return new BuyDollarsBody(amount, withdrawalAddressId, Optional.of(pin));
    }

    /** Without the PIN. */
    @Override
    public String toString() {
        return "BuyDollarsBody";
    }
}
