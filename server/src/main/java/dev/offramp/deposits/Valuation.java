package dev.offramp.deposits;

import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.money.Percent;
import dev.offramp.money.Rate;
import dev.offramp.money.Rounding;
import dev.offramp.rates.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a deposit is worth and what its tenant gets, to the last kobo. Pure arithmetic over values read at the
/// moment of crediting.
///
/// `gross = usd × rate`, down to 2 decimals (received in dollars: `gross = usd`, down); `fee = gross × percent / 100`,
/// half-up; `amount = gross − fee − flag fee`. The markup is a second credit without fee: what the dollars would have
/// bought before the markup, less `gross`. What rounding leaves stays in the liquidity account.
final class Valuation {

    /// Digits of a stated dollar value; it is shown, never booked.
    static final int USD_SCALE = 8;

    private static final int CONVERSION_SCALE = 10;

    private Valuation() {}

    /// The dollar value of `coins` at `price`, rounded down.
    static BigDecimal usd(BigDecimal coins, Rate price) {
        return price.times(coins).setScale(USD_SCALE, RoundingMode.DOWN);
    }

    /// @param local naira or cedi per dollar after spread and markup; for a deposit received in dollars the naira rate,
    ///     which is only stated
    /// @param beforeMarkup the same without the markup
    /// @param flagFeeUsd taken from the credit when an operator completes a flagged deposit, else zero
    static Terms terms(
            BigDecimal usd, Quote price, Fiat currency, Exchange exchange, Percent fee, BigDecimal flagFeeUsd) {
        Rate local = exchange.local().rate();
        boolean inDollars = currency == Fiat.USD;
        Money gross = currency.money(inDollars ? usd : local.times(usd), Rounding.DOWN);
        BigDecimal grossDecimal = gross.decimal(Fiat.SCALE);
        Money feeAmount = currency.money(fee.shareOf(grossDecimal), Rounding.HALF_UP);
        Money flagFee = least(flagFee(currency, local, flagFeeUsd), gross.minus(feeAmount));
        return new Terms(
                currency,
                price,
                usd,
                exchange.local(),
                inDollars ? inverse(local) : BigDecimal.ONE,
                fee,
                fee.shareOf(usd).setScale(Fiat.SCALE, RoundingMode.HALF_UP),
                feeAmount,
                gross.minus(feeAmount).minus(flagFee),
                inDollars ? Percent.ZERO : exchange.markup(),
                inDollars ? Money.zero(currency.asset()) : markup(usd, currency, exchange, gross),
                flagFee,
                flagFee.isZero() ? BigDecimal.ZERO : flagFeeUsd);
    }

    private static Money markup(BigDecimal usd, Fiat currency, Exchange exchange, Money gross) {
        Money before = currency.money(exchange.beforeMarkup().times(usd), Rounding.DOWN);
        return before.minus(gross);
    }

    private static Money flagFee(Fiat currency, Rate local, BigDecimal flagFeeUsd) {
        BigDecimal amount = currency == Fiat.USD ? flagFeeUsd : local.times(flagFeeUsd);
        return currency.money(amount, Rounding.HALF_UP);
    }

    private static Money least(Money a, Money b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static BigDecimal inverse(Rate rate) {
        return BigDecimal.ONE.divide(rate.value(), CONVERSION_SCALE, RoundingMode.HALF_UP);
    }
}
