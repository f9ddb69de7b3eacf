package dev.offramp.deposits;

import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.money.Percent;
import dev.offramp.rates.Quote;
import java.math.BigDecimal;

/// The money terms a deposit was credited on; they never change afterwards.
///
/// @param usd gross dollar value, stated with up to 8 decimals
/// @param rate local units per dollar
/// @param conversionRate 1, or 1/rate for a deposit received in dollars
/// @param feeUsd the fee in dollars, for display
/// @param amount what the tenant was credited: gross less fee less flag fee
/// @param markup credited beside the amount, without fee
/// @param flagFeeUsd what completing a flagged deposit cost, else zero
public record Terms(
        Fiat currency,
        Quote price,
        BigDecimal usd,
        Quote rate,
        BigDecimal conversionRate,
        Percent feePercentage,
        BigDecimal feeUsd,
        Money fee,
        Money amount,
        Percent markupPercentage,
        Money markup,
        Money flagFee,
        BigDecimal flagFeeUsd) {}
