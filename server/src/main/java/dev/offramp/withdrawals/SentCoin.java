package dev.offramp.withdrawals;

import dev.offramp.money.Money;
import java.util.Map;

/// What clients are told of a coin that can be withdrawn.
///
/// @param fees dollars on top of the amount
public record SentCoin(Coin coin, Map<FeeLevel, Money> fees, WithdrawalLimits limits) {}
