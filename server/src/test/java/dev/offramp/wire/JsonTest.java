package dev.offramp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How values are written (decision 12).
class JsonTest {

    record Holder(Object it) {}

    record Order(String z, String a, boolean isGood, Optional<String> m) {}

    @Test
    void printsDecimalsExactlyWithoutExponentOrTrailingZeros() {
        assertThat(number("94221.520")).isEqualTo("94221.52");
        assertThat(number("1E+3")).isEqualTo("1000");
        assertThat(number("100.00")).isEqualTo("100");
        assertThat(number("0.000000010")).isEqualTo("0.00000001");
        assertThat(number("0E-10")).isEqualTo("0");
        assertThat(number("-0.50")).isEqualTo("-0.5");
        String many = "123456789012345678901234567890.123456789012345678";
        assertThat(number(many)).isEqualTo(many);
        BigDecimal wei = new BigDecimal(BigInteger.TEN.pow(40).add(BigInteger.ONE), 18);
        assertThat(Json.text(wei)).isEqualTo("10000000000000000000000.000000000000000001");
    }

    @Test
    void printsTimesInUtcWithMilliseconds() {
        assertThat(time("2026-11-24T09:00:00Z")).isEqualTo("\"2026-11-24T09:00:00.000Z\"");
        assertThat(time("2026-11-24T09:00:00.123456789Z")).isEqualTo("\"2026-11-24T09:00:00.123Z\"");
    }

    @Test
    void keepsTheOrderOfTheRecordAndLeavesOutWhatIsEmpty() {
        assertThat(Json.text(new Order("1", "2", true, Optional.empty())))
                .isEqualTo("{\"z\":\"1\",\"a\":\"2\",\"isGood\":true}");
        assertThat(Json.text(new Order("1", "2", true, Optional.of("3"))))
                .isEqualTo("{\"z\":\"1\",\"a\":\"2\",\"isGood\":true,\"m\":\"3\"}");
    }

    @Test
    void writesNullOnlyWhereTheShapeSaysSo() {
        assertThat(Json.text(new Holder(OrNull.empty()))).isEqualTo("{\"it\":null}");
        assertThat(Json.text(new Holder(OrNull.of(200)))).isEqualTo("{\"it\":200}");
    }

    @Test
    void passesRenderedJsonThroughUntouched() {
        assertThat(Json.text(new Holder(new RawJson("{\"a\": 1.50}")))).isEqualTo("{\"it\":{\"a\": 1.50}}");
    }

    @Test
    void writesTextOfAllTonguesAsItIs() {
        assertThat(Json.text("Ọlá \"x\" / 😀\n")).isEqualTo("\"Ọlá \\\"x\\\" / 😀\\n\"");
    }

    private static String number(String value) {
        return Json.text(new BigDecimal(value));
    }

    private static String time(String value) {
        return Json.text(Instant.parse(value));
    }
}
