package dev.offramp.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final AssetCode ETH = new AssetCode("ETH");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # amount               | scale | rounding | units
            12.34                  | 2     | DOWN     | 1234
            12.349                 | 2     | DOWN     | 1234
            12.341                 | 2     | UP       | 1235
            12.345                 | 2     | HALF_UP  | 1235
            12.344                 | 2     | HALF_UP  | 1234
            0.005                  | 2     | HALF_UP  | 1
            -12.349                | 2     | DOWN     | -1234
            -12.341                | 2     | UP       | -1235
            -12.345                | 2     | HALF_UP  | -1235
            1                      | 18    | DOWN     | 1000000000000000000
            0.0000000000000000019  | 18    | DOWN     | 1
            1E+3                   | 2     | DOWN     | 100000
            12345678901234567890.1 | 8     | DOWN     | 1234567890123456789010000000
            0.99                   | 0     | DOWN     | 0
            """)
    void losesDigitsOnlyAsTheRoundingSays(BigDecimal amount, int scale, Rounding rounding, BigInteger units) {
        assertThat(Money.of(ETH, scale, amount, rounding).units()).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({"0.001, 2", "1.5, 0", "0.0000000000000000001, 18"})
    void refusesDigitsItWouldHaveToLose(BigDecimal amount, int scale) {
        assertThatThrownBy(() -> Money.exactly(ETH, scale, amount)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"1234, 2, 12.34", "1, 18, 0.000000000000000001", "-5, 2, -0.05", "0, 2, 0.00", "7, 0, 7"})
    void printsWholeCoinsByTheAssetsScale(BigInteger units, int scale, String decimal) {
        assertThat(new Money(ETH, units).decimal(scale).toPlainString()).isEqualTo(decimal);
    }

    @ParameterizedTest
    @CsvSource({
        // a,                    b,                    sum
        "1,                      2,                    3",
        "-1,                     1,                    0",
        "9223372036854775807,    1,                    9223372036854775808",
        "115792089237316195423570985008687907853269984665640564039457584007913129639935, 1,"
                + " 115792089237316195423570985008687907853269984665640564039457584007913129639936"
    })
    void addsAndTakesAwayWithoutOverflow(BigInteger a, BigInteger b, BigInteger sum) {
        assertThat(eth(a).plus(eth(b))).isEqualTo(eth(sum));
        assertThat(eth(sum).minus(eth(b))).isEqualTo(eth(a));
    }

    @Test
    void knowsItsSign() {
        assertThat(eth(BigInteger.ONE)).matches(Money::isPositive).matches(m -> !m.isNegative() && !m.isZero());
        assertThat(eth(BigInteger.ONE).negated())
                .matches(Money::isNegative)
                .matches(m -> !m.isPositive() && !m.isZero());
        assertThat(Money.zero(ETH)).matches(Money::isZero).matches(m -> !m.isPositive() && !m.isNegative());
    }

    @Test
    void ordersAmountsOfOneAsset() {
        assertThat(eth(BigInteger.ONE)).isLessThan(eth(BigInteger.TWO)).isGreaterThan(Money.zero(ETH));
    }

    @Test
    void neverMixesTwoAssets() {
        Money eth = eth(BigInteger.ONE);
        Money naira = Fiat.NGN.money("1");

        assertThatThrownBy(() -> eth.plus(naira)).hasMessage("cannot mix ETH and NGN");
        assertThatThrownBy(() -> eth.minus(naira)).hasMessage("cannot mix ETH and NGN");
        assertThatThrownBy(() -> eth.compareTo(naira)).hasMessage("cannot mix ETH and NGN");
    }

    @ParameterizedTest
    @CsvSource({"ngn, NGN", "NGN, NGN", "Ghs, GHS", "usd, USD"})
    void readsACurrencyInAnyCase(String text, Fiat fiat) {
        assertThat(Fiat.parse(text)).isEqualTo(Optional.of(fiat));
        assertThat(fiat.code()).isEqualTo(text.toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "NGN ", "US"})
    void knowsNoOtherCurrency(String text) {
        assertThat(Fiat.parse(text)).isEmpty();
    }

    @Test
    void refusesAnAssetCodeNobodyCouldStore() {
        assertThatThrownBy(() -> new AssetCode("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AssetCode("A".repeat(65))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new AssetCode("A".repeat(64)).value()).hasSize(64);
    }

    private static Money eth(BigInteger units) {
        return new Money(ETH, units);
    }
}
