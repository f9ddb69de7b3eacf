package dev.offramp.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.db.ManualClock;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;
import dev.offramp.money.Rate;
import dev.offramp.tenancy.Environment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rates as they are used (decision 19).
class RateBoardTest {

    private final ManualClock clock = new ManualClock();
    private final Instant now = clock.instant();
    private final Assets assets = Assets.create(clock, "", List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # fiat | mid            | spread | markup | sell rate
            NGN    | 1605           | 0      | 0      | 1605.00
            NGN    | 1605           | 0      | 1      | 1588.95
            NGN    | 1605           | 0.5    | 1      | 1581.00
            NGN    | 1605.999       | 0      | 0      | 1605.99
            NGN    | 1605           | 0      | 10     | 1444.50
            NGN    | 1600.01        | 0      | 0.01   | 1599.84
            GHS    | 11.2           | 0      | 0      | 11.2000
            GHS    | 11.2           | 0      | 1.25   | 11.0600
            GHS    | 11.23459       | 0      | 0      | 11.2345
            GHS    | 11.2           | 0.0333 | 0      | 11.1962
            """)
    void takesSpreadAndMarkupOffTheMidRateAndRoundsDown(
            Fiat fiat, String mid, String spread, String markup, BigDecimal sellRate) {
        RateBoard board = board(
                Map.of(Pair.dollarIn(fiat), new Quote(Rate.of(mid), "test", now)), Map.of(fiat, Percent.of(spread)));

        Quote quote = board.sellRate(fiat, Percent.of(markup)).orElseThrow();

        assertThat(quote.rate().value()).isEqualTo(sellRate);
        assertThat(quote.source()).isEqualTo("test");
        assertThat(board.mid(fiat).orElseThrow().rate()).isEqualTo(Rate.of(mid));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # fiat | mid     | spread | buy rate
            NGN    | 1605    | 0      | 1605.00
            NGN    | 1605    | 0.5    | 1613.03
            GHS    | 11.2    | 0      | 11.2000
            GHS    | 11.2    | 0.0333 | 11.2038
            USD    | 7       | 3      | 1
            """)
    void putsTheSpreadOnTopAndRoundsUpWhenDollarsAreBought(Fiat fiat, String mid, String spread, BigDecimal buyRate) {
        RateBoard board = board(
                Map.of(
                        Pair.dollarIn(Fiat.NGN),
                        new Quote(Rate.of(mid), "test", now),
                        Pair.dollarIn(Fiat.GHS),
                        new Quote(Rate.of(mid), "test", now)),
                Map.of(fiat, Percent.of(spread)));

        assertThat(board.buyRate(fiat).orElseThrow().rate().value()).isEqualTo(buyRate);
    }

    @Test
    void paysDollarsAtParWithoutMarkup() {
        RateBoard board = board(Map.of(), Map.of());

        assertThat(board.sellRate(Fiat.USD, Percent.of("10"))).contains(new Quote(Rate.ONE, "par", now));
    }

    @Test
    void leavesUnknownRatesEmpty() {
        RateBoard board = board(Map.of(), Map.of());

        assertThat(board.mid(Fiat.NGN)).isEmpty();
        assertThat(board.sellRate(Fiat.NGN, Percent.ZERO)).isEmpty();
        assertThat(board.local(BigDecimal.TEN, Fiat.GHS, Percent.ZERO)).isEmpty();
        assertThat(board.price(asset("SOL_USDC_JKVK"))).isEmpty();
        assertThat(board.coins(BigDecimal.TEN, asset("SOL_USDC_JKVK"))).isEmpty();
    }

    /// A pair is priced by symbol: the same on every network.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # asset        | price   | usd    | coins
            ETH_TEST5      | 3000    | 50     | 0.016666666666666666
            BTC_TEST       | 100000  | 50     | 0.00050000
            TRX_TEST       | 0.1     | 50     | 500.000000
            USDC_BSC_TEST  | 1       | 0.1    | 0.100000000000000000
            SOL_USDC_JKVK  | 0.9998  | 59     | 59.011802
            """)
    void countsCoinsDownToTheAssetsDecimals(String code, String price, BigDecimal usd, BigDecimal coins) {
        Asset asset = asset(code);
        RateBoard board = board(Map.of(Pair.price(asset.symbol()), new Quote(Rate.of(price), "test", now)), Map.of());

        assertThat(board.coins(usd, asset)).contains(coins);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # usd   | markup | naira
            59      | 0      | 94695.00
            59      | 1      | 93748.05
            0.01    | 0      | 16.05
            0.005   | 0      | 8.02
            0       | 0      | 0.00
            """)
    void statesLocalAmountsDownToTwoDecimals(BigDecimal usd, String markup, BigDecimal naira) {
        RateBoard board = board(Map.of(Pair.dollarIn(Fiat.NGN), new Quote(Rate.of("1605"), "test", now)), Map.of());

        assertThat(board.local(usd, Fiat.NGN, Percent.of(markup))).contains(naira);
    }

    @Test
    void refusesAnAssetOfTheOtherEnvironment() {
        assertThatThrownBy(() -> board(Map.of(), Map.of()).price(asset("USDC")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private RateBoard board(Map<Pair, Quote> quotes, Map<Fiat, Percent> spreads) {
        return new RateBoard(Environment.DEVELOPMENT, now, quotes, spreads);
    }

    private Asset asset(String code) {
        return assets.find(new AssetCode(code)).orElseThrow();
    }
}
