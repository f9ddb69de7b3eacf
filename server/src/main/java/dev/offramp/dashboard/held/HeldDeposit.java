package dev.offramp.dashboard.held;

import dev.offramp.chains.ChainId;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.dashboard.part.Places;
import dev.offramp.deposits.Deposit;
import dev.offramp.deposits.DepositState;
import dev.offramp.deposits.Place;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.wallets.Wallet;
import java.math.BigDecimal;

/// A flagged deposit, with what it belongs to.
///
/// @param minimumUsd below it a deposit of this asset is flagged
/// @param flagFeeUsd what completing it costs
record HeldDeposit(
        Deposit deposit,
        DepositState.Flagged flagged,
        Wallet wallet,
        Places.Owner owner,
        Places.Coins coins,
        BigDecimal minimumUsd,
        BigDecimal flagFeeUsd) {

    String id() {
        return deposit.id().toString();
    }

    String path() {
        return ShowFlagged.PATH + "/" + id();
    }

    String environment() {
        return Places.name(deposit.tenant().environment());
    }

    String chain() {
        return Places.name(
                new ChainId(deposit.tenant().environment(), deposit.origin().network()));
    }

    String label() {
        return wallet.label().value();
    }

    String why() {
        return switch (flagged.why()) {
            case BELOW_MINIMUM -> "Below the minimum";
            case FAILED_SCREENING -> "Failed screening";
            case WRONG_ASSET -> "Another asset or network than the address is for";
        };
    }

    String usd() {
        return Figures.number(flagged.stated().usd().stripTrailingZeros()) + " USD";
    }

    String amount() {
        return money(flagged.stated().amount());
    }

    String minimum() {
        return Figures.number(minimumUsd) + " USD";
    }

    String fee() {
        return Figures.number(flagFeeUsd) + " USD";
    }

    private static String money(Money money) {
        return Figures.number(money, Fiat.SCALE) + " " + money.asset().value();
    }

    /// Only coins that are still on the chain can be decided about.
    boolean isDecidable() {
        return flagged.rejected().isEmpty() && deposit.place() instanceof Place.InBlock;
    }

    Badge badge() {
        if (flagged.rejected().isPresent()) {
            return Badge.bad("Rejected");
        }
        return isDecidable() ? Badge.waiting("Held back") : Badge.bad("Left its chain");
    }
}
