// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * As the API answers it: Integration.
 *
 * @param fiatWallets One for each of the three currencies.
 * @param platformFeePercent The platform's fee on deposits. An amount belongs to the tier with the greatest
 * `min` not above it.
 * @param markupPercent The business's own margin on the rate: 1 is one percent.
 * @param merchantReference The business's public short name, as in `destinationDescription` of events.
 * @param webhookUrl Where events go; left out where there is none.
 */
public record Integration(
        List<Balance> fiatWallets,
        List<FeeTier> platformFeePercent,
        BigDecimal markupPercent,
        String merchantReference,
        boolean isActive,
        Optional<String> webhookUrl) {}
