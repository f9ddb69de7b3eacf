// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;

/**
 * As the API answers it: SentCoin.
 *
 * @param token As a withdrawal names it.
 * @param network As a withdrawal names it.
 * @param name The network's name, for people.
 * @param fee In dollars, on top of the amount.
 * @param minimum In dollars.
 * @param maximum In dollars.
 */
public record SentCoin(
        String token,
        String network,
        String name,
        Fees fee,
        BigDecimal minimum,
        BigDecimal maximum) {}
