package dev.offramp.withdrawals;

import dev.offramp.money.Money;
import java.util.Map;
import java.util.Optional;

/// What clients are told of a coin that can be withdrawn.
///
/// @param fees dollars on top of the amount
public record SentCoin(Coin coin, Map<FeeLevel, Money> fees, WithdrawalLimits limits) {

    public Money fee(FeeLevel level) {
        return Optional.ofNullable(fees.get(level))
                .orElseThrow(() -> new IllegalStateException("no fee " + level + " for " + coin.network()));
    }
}
