package dev.offramp.withdrawals;

import dev.offramp.money.AssetCode;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import java.math.BigInteger;
import java.util.Map;

/// What all withdrawals there are come to.
///
/// @param sent coins of those that are completed
/// @param underWay coins of those that have a nonce and have not ended: they may be on the chain
/// @param held dollars of those that have not ended, fees included
public record WithdrawalSums(Map<Sent, BigInteger> sent, Map<Sent, BigInteger> underWay, Map<Tenant, Money> held) {

    /// A coin in one environment.
    public record Sent(Environment environment, AssetCode coin) {}
}
