// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What `withdrawToBank` takes.
 *
 * @param amount At most 2 decimals.
 * @param pin The transaction PIN.
 */
public record WithdrawToBankBody(
        BigDecimal amount,
        String pin,
        Optional<String> narration,
        Optional<String> externalId) {

    /** With what must be there. */
    public static WithdrawToBankBody of(BigDecimal amount, String pin) {
        return new WithdrawToBankBody(amount, pin, Optional.empty(), Optional.empty());
    }

    public WithdrawToBankBody withNarration(String narration) {
        return new WithdrawToBankBody(amount, pin, Optional.of(narration), externalId);
    }

    public WithdrawToBankBody withExternalId(String externalId) {
        return new WithdrawToBankBody(amount, pin, narration, Optional.of(externalId));
    }

    /** Without the PIN. */
    @Override
    public String toString() {
        return "WithdrawToBankBody";
    }
}
