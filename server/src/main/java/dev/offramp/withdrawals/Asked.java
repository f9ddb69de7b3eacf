package dev.offramp.withdrawals;

import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/// How much somebody wants to withdraw.
public sealed interface Asked {

    /// Most decimals of an amount of coins.
    int COIN_DECIMALS = 8;

    record Dollars(Money amount) implements Asked {
        public Dollars {
            if (!amount.asset().equals(Fiat.USD.asset()) || !amount.isPositive()) {
                throw new IllegalArgumentException("some dollars: " + amount);
            }
        }
    }

    /// @param amount in whole coins, at most 8 decimals
    record Coins(BigDecimal amount) implements Asked {
        public Coins {
            if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > COIN_DECIMALS) {
                throw new IllegalArgumentException("some coins, at most " + COIN_DECIMALS + " decimals");
            }
        }
    }

    default Optional<BigDecimal> coins() {
        return this instanceof Coins(BigDecimal amount) ? Optional.of(amount) : Optional.empty();
    }
}
