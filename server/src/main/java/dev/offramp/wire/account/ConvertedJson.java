package dev.offramp.wire.account;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.math.BigDecimal;
import java.util.Optional;

/// What a conversion came to.
public record ConvertedJson(
        @Key("What was bought, in `currency`.") BigDecimal amount,
        @Key(as = Notation.CURRENCY) String currency,

        @Key(value = "Of the coins that were sent for it at once.", as = Notation.ID)
        Optional<String> withdrawalId) {}
