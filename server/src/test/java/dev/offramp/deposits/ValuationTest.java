package dev.offramp.deposits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.money.Percent;
import dev.offramp.money.Rate;
import dev.offramp.rates.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a deposit is worth, to the last kobo (decision 18).
class ValuationTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    // The first row is a real settlement of 59 USDC; the second the chart of accounts' case with a markup of 1%.
    @ParameterizedTest
    @CsvSource(textBlock = """
        # usd        | currency | before markup | rate    | markup % | fee % | amount    | fee    | markup | fee usd
        59           | NGN      | 1605          | 1605    | 0        | 0.5   | 94221.52  | 473.48 | 0.00   | 0.30
        59           | NGN      | 1605          | 1588.95 | 1        | 0.5   | 93279.31  | 468.74 | 946.95 | 0.30
        59           | USD      | 1605          | 1605    | 0        | 0.5   | 58.70     | 0.30   | 0.00   | 0.30
        59           | GHS      | 11.2          | 11.2    | 0        | 0.5   | 657.50    | 3.30   | 0.00   | 0.30
        0.00000001   | NGN      | 1605          | 1605    | 0        | 0.5   | 0.00      | 0.00   | 0.00   | 0.00
        0.009        | USD      | 1605          | 1605    | 0        | 0.5   | 0.00      | 0.00   | 0.00   | 0.00
        100          | NGN      | 1605.55       | 1605.55 | 0        | 0     | 160555.00 | 0.00   | 0.00   | 0.00
        12345.678901 | GHS      | 11.2          | 10.08   | 10       | 1.5   | 122577.77 | 1866.67| 13827.16 | 185.19
        """, delimiter = '|')
    void leavesTheRemainderOfRoundingInLiquidity(
            String usd,
            Fiat currency,
            String beforeMarkup,
            String rate,
            String markup,
            String fee,
            String amount,
            String feeAmount,
            String markupAmount,
            String feeUsd) {
        Exchange exchange = new Exchange(quote(rate), Rate.of(beforeMarkup), Percent.of(markup));

        Terms terms =
                Valuation.terms(new BigDecimal(usd), quote("1"), currency, exchange, Percent.of(fee), BigDecimal.ZERO);

        assertThat(terms.amount()).isEqualTo(currency.money(amount));
        assertThat(terms.fee()).isEqualTo(currency.money(feeAmount));
        assertThat(terms.markup()).isEqualTo(currency.money(markupAmount));
        assertThat(terms.feeUsd()).isEqualTo(feeUsd);
        assertThat(terms.flagFee()).isEqualTo(Money.zero(currency.asset()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # usd | flag fee usd | amount   | flag fee taken
        20    | 10           | 15889.50 | 16050.00
        5     | 10           | 0.00     | 7984.87
        """, delimiter = '|')
    void takesAFlagFeeOutOfTheAmountButNeverMoreThanIsThere(
            String usd, String flagFeeUsd, String amount, String flagFee) {
        Exchange exchange = new Exchange(quote("1605"), Rate.of("1605"), Percent.ZERO);

        Terms terms = Valuation.terms(
                new BigDecimal(usd), quote("1"), Fiat.NGN, exchange, Percent.of("0.5"), new BigDecimal(flagFeeUsd));

        assertThat(terms.amount()).isEqualTo(Fiat.NGN.money(amount));
        assertThat(terms.flagFee()).isEqualTo(Fiat.NGN.money(flagFee));
    }

    @ParameterizedTest
    @CsvSource({"NGN, 1", "GHS, 1", "USD, 0.0006230530"})
    void statesTheConversionRateOnlyForDollars(Fiat currency, String conversionRate) {
        Exchange exchange = new Exchange(quote("1605"), Rate.of("1605"), Percent.ZERO);

        Terms terms = Valuation.terms(BigDecimal.TEN, quote("1"), currency, exchange, Percent.ZERO, BigDecimal.ZERO);

        assertThat(terms.conversionRate()).isEqualTo(conversionRate);
    }

    @ParameterizedTest
    @CsvSource({"1, 3000, 3000.00000000", "0.000000000000000001, 3000, 0E-8", "0.33333333, 99999.99, 33333.32966666"})
    void statesDollarsDownToEightDecimals(String coins, String price, String usd) {
        assertThat(Valuation.usd(new BigDecimal(coins), Rate.of(price))).isEqualTo(usd);
    }

    private static Quote quote(String rate) {
        return new Quote(Rate.of(rate), "fixed", NOW);
    }
}
