package dev.offramp.assets;

import dev.offramp.money.AssetCode;
import dev.offramp.money.Money;
import dev.offramp.money.Rounding;
import dev.offramp.tenancy.Environment;
import java.math.BigDecimal;
import java.util.Optional;

/// A coin or token on one network of one environment, as the catalogue offers it.
///
/// @param code custody code, unique over both environments: `SOL_USDC_JKVK`
/// @param symbol what people call it: `USDC`
/// @param type custody class: `BASE_ASSET` for a native coin, else `ERC20`, `TRON_TRC20`, `SOL_ASSET`, …
/// @param decimals digits of the smallest unit; USDT on BSC has 18, elsewhere 6
/// @param contract the token's contract on its network, in the network's own address form; empty for the native
///     coin. On simulated networks the contract is the code itself.
/// @param minimumUsd below it a deposit is flagged
/// @param flagFeeUsd what completing a flagged deposit costs, in dollars
/// @param confirmations blocks needed, the deposit's own included
/// @param isAccountBased false for coins with inputs and outputs (Bitcoin and its kin)
/// @param icon URL of an image that this server serves
/// @param transactionLink explorer prefix; the hash is appended
public record Asset(
        AssetId id,
        AssetCode code,
        Environment environment,
        String name,
        String symbol,
        Network network,
        String type,
        int decimals,
        Optional<String> contract,
        BigDecimal minimumUsd,
        BigDecimal flagFeeUsd,
        int confirmations,
        boolean isAccountBased,
        String icon,
        String transactionLink) {

    static final int DECIMALS_MAX = 30;

    /// `amount` in whole coins; digits beyond the asset's are dropped as `rounding` says.
    public Money money(BigDecimal amount, Rounding rounding) {
        return Money.of(code, decimals, amount, rounding);
    }

    public boolean isNativeCoin() {
        return contract.isEmpty();
    }

    /// The same asset on a network that is set up otherwise than the catalogue says.
    Asset on(Optional<String> otherContract, int otherDecimals, int otherConfirmations) {
        return new Asset(
                id,
                code,
                environment,
                name,
                symbol,
                network,
                type,
                otherDecimals,
                otherContract,
                minimumUsd,
                flagFeeUsd,
                otherConfirmations,
                isAccountBased,
                icon,
                transactionLink);
    }
}
