package dev.offramp.withdrawals;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Money;
import dev.offramp.money.Rounding;
import java.math.BigDecimal;

/// A token on a network of one environment, as it is sent.
///
/// @param code what the books count it in: the catalogue's, where deposits of it are taken too
/// @param confirmations blocks until what was sent counts as sent, its own included
public record Coin(
        Token token, TokenNetwork network, AssetCode code, int decimals, Address contract, int confirmations) {

    /// Coins for this many dollars, down to the token's decimals and at most 8.
    Money worth(BigDecimal usd, BigDecimal price) {
        BigDecimal coins = usd.divide(price, Math.min(decimals, Asked.COIN_DECIMALS), Rounding.DOWN.mode());
        return Money.exactly(code, decimals, coins);
    }

    /// This many coins, down to the token's decimals.
    Money of(BigDecimal coins) {
        return Money.of(code, decimals, coins, Rounding.DOWN);
    }
}
