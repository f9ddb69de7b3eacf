// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * As the API answers it: Asset.
 *
 * @param id Goes into paths.
 * @param identifier Its custody code, as events and mock trades have it.
 * @param network The network's name, for people.
 * @param minimum In dollars; a deposit below it is flagged.
 * @param flagFeeUSD In dollars: what completing a flagged deposit costs.
 * @param confirmations How many blocks a deposit waits for.
 * @param type `BASE_ASSET` for a network's own coin, else its token standard.
 * @param txLink Where a transaction can be looked at, once its hash is appended.
 * @param rate Local units for one dollar of it; `{}` where no rate is known.
 * @param isActive Left out while the asset can be used, `false` when it cannot.
 */
public record Asset(
        String id,
        String identifier,
        String name,
        String symbol,
        String icon,
        String network,
        BigDecimal minimum,
        BigDecimal flagFeeUSD,
        int confirmations,
        String type,
        boolean isAccountBased,
        String txLink,
        Rate rate,
        Optional<Boolean> isActive) {}
