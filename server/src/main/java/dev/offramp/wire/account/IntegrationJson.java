package dev.offramp.wire.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// An integration with its balances. Never a secret.
public record IntegrationJson(
        List<BalanceJson> fiatWallets,
        List<FeeTierJson> platformFeePercent,
        BigDecimal markupPercent,
        String merchantReference,
        boolean isActive,
        Optional<String> webhookUrl) {

    public record BalanceJson(String currency, BigDecimal balance) {}

    /// A fee in percent for deposits of `min` to `max` dollars.
    public record FeeTierJson(long min, long max, BigDecimal rate) {}
}
