package dev.offramp.dashboard.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "999 | 999",
                "1000 | 1,000",
                "1234567.50 | 1,234,567.50",
                "-1234.5 | \u22121,234.5",
                "0.00000001 | 0.00000001"
            })
    void showsEveryDigitInGroups(BigDecimal amount, String expected) {
        assertThat(Figures.number(amount)).isEqualTo(expected);
    }

    @Test
    void showsTimesInUtc() {
        Instant at = Instant.parse("2026-11-09T07:05:03.123Z");
        assertThat(Figures.time(at)).isEqualTo("9 Nov 2026, 07:05:03 UTC");
        assertThat(Figures.iso(at)).isEqualTo("2026-11-09T07:05:03Z");
    }

    @Test
    void masksAllButTheEndOfWhatIsLong() {
        assertThat(Figures.masked("0123456789")).endsWith("6789").doesNotContain("012345");
        assertThat(Figures.masked("1234")).doesNotContain("1");
    }

    @Test
    void leadsThroughAListAndKeepsWhatItWasAsked() {
        Pager pager = new Pager("/x", new Query(Map.of("page", "2", "search", "a b")), 10, 25);

        assertThat(pager.first() + " " + pager.last() + " " + pager.pages()).isEqualTo("11 20 3");
        assertThat(pager.previous()).hasValue("/x?search=a+b");
        assertThat(pager.next()).hasValueSatisfying(link -> assertThat(link).contains("page=3", "search=a+b"));
        assertThat(new Pager("/x", new Query(Map.of()), 10, 0).next()).isEmpty();
    }

    @Test
    void drawsValuesInProportion() {
        Chart chart = new Chart(
                "Volume",
                "USD",
                List.of(new Chart.Point("Mon", BigDecimal.TEN), new Chart.Point("Tue", new BigDecimal("2.50"))));

        assertThat(chart.bars()).extracting(Chart.Bar::height).containsExactly(160, 40);
        assertThat(chart.line()).isEqualTo("0,0 600,120");
        assertThat(new Chart("None", "USD", List.of()).isEmpty()).isTrue();
    }

    @Test
    void drawsSymbolsForCameras() {
        QrSymbol symbol = QrSymbol.of("otpauth://totp/x");
        assertThat(symbol.size()).isGreaterThan(28);
        assertThat(symbol.path()).startsWith("M4,4h1v1h-1z");
    }
}
