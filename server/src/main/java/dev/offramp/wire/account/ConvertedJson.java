package dev.offramp.wire.account;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.math.BigDecimal;

/// What a conversion came to.
public record ConvertedJson(
        @Key("What was bought, in `currency`.") BigDecimal amount,
        @Key(as = Notation.CURRENCY) String currency) {}
