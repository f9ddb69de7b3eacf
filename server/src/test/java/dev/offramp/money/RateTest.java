package dev.offramp.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rates and percentages, up to a whole conversion.
class RateTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-1"})
    void isAlwaysAboveZero(String value) {
        assertThatThrownBy(() -> Rate.of(value)).hasMessageStartingWith("a rate is above zero");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # rate   | less  | exactly    | down to 2
            1605     | 1     | 1588.95    | 1588.95
            1605     | 0     | 1605       | 1605.00
            11.2     | 0.333 | 11.162704  | 11.16
            0.01     | 50    | 0.005      | 0.01
            """)
    void isLessenedExactlyAndRoundedOnlyWhenAsked(Rate rate, Percent percent, BigDecimal exactly, BigDecimal rounded) {
        Rate less = rate.less(percent);

        assertThat(less.value()).isEqualByComparingTo(exactly);
        Rounding rounding = exactly.compareTo(new BigDecimal("0.01")) < 0 ? Rounding.UP : Rounding.DOWN;
        assertThat(less.rounded(2, rounding).value()).isEqualTo(rounded);
    }

    @Test
    void cannotBeRoundedToNothing() {
        assertThatThrownBy(() -> Rate.of("0.004").rounded(2, Rounding.DOWN))
                .hasMessageStartingWith("a rate is above zero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "100.01"})
    void refusesAPercentageOutsideOfItsRange(String value) {
        assertThatThrownBy(() -> Percent.of(value)).hasMessageStartingWith("a percentage is 0 to 100");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 94695, 473.475", "0, 94695, 0", "100, 0.01, 0.01", "0.5, 11740, 58.7"})
    void takesAnExactShare(Percent percent, BigDecimal amount, BigDecimal share) {
        assertThat(percent.shareOf(amount)).isEqualByComparingTo(share);
    }

    @Test
    void knowsNoShareAtAll() {
        assertThat(Percent.ZERO.isZero()).isTrue();
        assertThat(Percent.of("0.0").isZero()).isTrue();
        assertThat(Percent.of("0.1").isZero()).isFalse();
    }

    /// 59 USDC at 1 dollar and 1605 naira less half a percent: a settlement that really happened.
    @Test
    void convertsTheGoldenDepositToTheLastKobo() {
        BigDecimal gross = Rate.of("1605").times(Rate.ONE.times(new BigDecimal("59")));
        Money whole = Fiat.NGN.money(gross, Rounding.DOWN);
        Money fee = Fiat.NGN.money(Percent.of("0.5").shareOf(gross), Rounding.HALF_UP);

        assertThat(whole).isEqualTo(Fiat.NGN.money("94695.00"));
        assertThat(fee).isEqualTo(Fiat.NGN.money("473.48"));
        assertThat(whole.minus(fee)).isEqualTo(Fiat.NGN.money("94221.52"));
    }

    /// The same with one percent of markup: what rounding leaves stays with nobody but the caller.
    @Test
    void convertsTheGoldenDepositWithMarkup() {
        BigDecimal usd = new BigDecimal("59");
        Rate marked = Rate.of("1605").less(Percent.of("1")).rounded(2, Rounding.DOWN);
        Money gross = Fiat.NGN.money(marked.times(usd), Rounding.DOWN);
        Money fee = Fiat.NGN.money(Percent.of("0.5").shareOf(gross.decimal(2)), Rounding.HALF_UP);
        Money markup = Fiat.NGN.money(Rate.of("1605").times(usd), Rounding.DOWN).minus(gross);

        assertThat(gross).isEqualTo(Fiat.NGN.money("93748.05"));
        assertThat(fee).isEqualTo(Fiat.NGN.money("468.74"));
        assertThat(gross.minus(fee)).isEqualTo(Fiat.NGN.money("93279.31"));
        assertThat(markup).isEqualTo(Fiat.NGN.money("946.95"));
    }
}
