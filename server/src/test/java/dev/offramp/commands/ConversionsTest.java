package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionsTest {

    @ParameterizedTest
    @CsvSource({"90s, PT1M30S", "30m, PT30M", "1h, PT1H", "7d, PT168H"})
    void readsTimesAsPeopleTypeThem(String text, Duration expected) {
        assertThat(Conversions.span(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "1", "-1h", "1.5h", "1w", "1234567s", "PT1H"})
    void readsNothingElseAsATime(String text) {
        assertThat(Conversions.span(text)).isEmpty();
    }

    @Test
    void readsPlainDecimalsOnly() {
        assertThat(Conversions.decimal("0.50")).contains(new BigDecimal("0.50"));
        assertThat(Conversions.decimal("1e3")).isEmpty();
        assertThat(Conversions.decimal("-1")).isEmpty();
        assertThat(Conversions.decimal(".5")).isEmpty();
    }
}
