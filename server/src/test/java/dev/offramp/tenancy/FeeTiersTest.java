package dev.offramp.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.money.Percent;
import dev.offramp.tenancy.FeeTiers.Band;
import dev.offramp.tenancy.FeeTiers.Tier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which tier an amount belongs to (decision 17).
class FeeTiersTest {

    private static final FeeTiers TIERS = new FeeTiers(List.of(tier(0, "1.5"), tier(1000, "1"), tier(5000, "0.25")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0               | 1.5
            0.00000001      | 1.5
            999             | 1.5
            999.99999999    | 1.5
            1000            | 1
            4999.5          | 1
            5000.00         | 0.25
            1E+9            | 0.25
            """)
    void takesTheTierWithTheGreatestMinimumNotAbove(BigDecimal usd, String percent) {
        assertThat(TIERS.percentFor(usd)).isEqualTo(Percent.of(percent));
    }

    @Test
    void hasNoFeeForLessThanNothing() {
        assertThatThrownBy(() -> TIERS.percentFor(new BigDecimal("-0.01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsBandsWithoutGaps() {
        assertThat(FeeTiers.STANDARD.bands())
                .containsExactly(
                        new Band(0, Optional.of(999L), Percent.of("0.5")),
                        new Band(1000, Optional.of(4999L), Percent.of("0.5")),
                        new Band(5000, Optional.empty(), Percent.of("0.5")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1:1                 | starts at 0
            0:1 0:2             | above the one before
            0:1 100:2 50:1      | above the one before
            0:50.1              | at most 50 percent
            0:1.00001           | 4 decimals
            """)
    void refusesWhatIsNoListOfTiers(String text, String reason) {
        List<Tier> tiers = List.of(text.split(" ")).stream()
                .map(part -> part.split(":"))
                .map(parts -> tier(Long.parseLong(parts[0]), parts[1]))
                .toList();

        assertThat(FeeTiers.problem(tiers).orElseThrow()).contains(reason);
        assertThatThrownBy(() -> new FeeTiers(tiers)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void needsAtLeastOneTier() {
        assertThat(FeeTiers.problem(List.of())).isPresent();
    }

    private static Tier tier(long min, String percent) {
        return new Tier(min, Percent.of(percent));
    }
}
