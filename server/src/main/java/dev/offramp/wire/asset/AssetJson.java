package dev.offramp.wire.asset;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.math.BigDecimal;
import java.util.Optional;

/// An asset that can be deposited.
public record AssetJson(
        @Key(value = "Goes into paths.", as = Notation.ID) String id,

        @Key("Its custody code, as events and mock trades have it.")
        String identifier,

        String name,
        String symbol,
        @Key(as = Notation.URL) String icon,
        @Key("The network's name, for people.") String network,
        @Key("In dollars; a deposit below it is flagged.") BigDecimal minimum,

        @Key("In dollars: what completing a flagged deposit costs.")
        BigDecimal flagFeeUSD,

        @Key("How many blocks a deposit waits for.") int confirmations,

        @Key("`BASE_ASSET` for a network's own coin, else its token standard.")
        String type,

        boolean isAccountBased,

        @Key("Where a transaction can be looked at, once its hash is appended.")
        String txLink,

        @Key("Local units for one dollar of it; `{}` where no rate is known.")
        RateJson rate,

        @Key("Left out while the asset can be used, `false` when it cannot.")
        Optional<Boolean> isActive) {}
