package dev.offramp.wire.asset;

import java.math.BigDecimal;
import java.util.Optional;

/// An asset that can be deposited.
///
/// @param id goes into paths
/// @param minimum in dollars; a deposit below it is flagged
/// @param rate empty where no rate is known
/// @param isActive left out while the asset can be used, `false` when it cannot
public record AssetJson(
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
        RateJson rate,
        Optional<Boolean> isActive) {}
