package dev.offramp.wire.account;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// An integration with its balances. Never a secret.
public record IntegrationJson(
        @Key("One for each of the three currencies.") List<BalanceJson> fiatWallets,

        @Key("The platform's fee on deposits. An amount belongs to the tier with the greatest `min` not above it.")
        List<FeeTierJson> platformFeePercent,

        @Key("The business's own margin on the rate: 1 is one percent.")
        BigDecimal markupPercent,

        @Key("The business's public short name, as in `destinationDescription` of events.")
        String merchantReference,

        boolean isActive,

        @Key(value = "Where events go; left out where there is none.", as = Notation.URL)
        Optional<String> webhookUrl) {

    /// What can be spent in one currency.
    public record BalanceJson(
            @Key(as = Notation.CURRENCY) String currency,
            @Key("What can be spent: posted less held.") BigDecimal balance) {}

    /// A fee in percent for deposits of `min` to `max` dollars.
    public record FeeTierJson(
            @Key("In whole dollars.") long min,
            @Key("In whole dollars.") long max,
            @Key("In percent: 0.5 is half a percent.") BigDecimal rate) {}
}
