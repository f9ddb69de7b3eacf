// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What `calculateRate` takes.
 *
 * @param amountInUSD At most 8 decimals.
 * @param currency In any case.
 */
public record CalculateRateBody(
        BigDecimal amountInUSD,
        Optional<String> currency) {

    /** With what must be there. */
    public static CalculateRateBody of(BigDecimal amountInUSD) {
        return new CalculateRateBody(amountInUSD, Optional.empty());
    }

    public CalculateRateBody withCurrency(String currency) {
        return new CalculateRateBody(amountInUSD, Optional.of(currency));
    }
}
