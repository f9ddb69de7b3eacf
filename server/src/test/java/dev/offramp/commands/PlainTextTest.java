package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    private record Coin(String code, BigDecimal amount, Optional<String> note) {}

    @Test
    void aRecordIsOneLinePerComponentThatHasAValue() {
        assertThat(PlainText.of(new Coin("ETH", new BigDecimal("1E+3"), Optional.empty())))
                .isEqualTo("code    ETH\namount  1000");
    }

    @Test
    void aListIsATable() {
        List<Coin> coins = List.of(
                new Coin("ETH", new BigDecimal("0.000000000000000001"), Optional.of("gas")),
                new Coin("BITCOIN", BigDecimal.TEN, Optional.empty()));
        assertThat(PlainText.of(coins)).isEqualTo("""
                code     amount                note
                ETH      0.000000000000000001  gas
                BITCOIN  10""");
    }

    @Test
    void nothingIsCalledNone() {
        assertThat(PlainText.of(List.of())).isEqualTo("none");
    }
}
