package dev.offramp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is answered, and in which form.
class MetricsFaceTest {

    private static final Map<String, String> RIGHT = Map.of("Authorization", "Bearer " + Measured.TOKEN);

    private final Measured measured = new Measured();

    @AfterEach
    void close() {
        measured.close();
    }

    private static String header(RawAnswer answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(RawAnswer.Header::value)
                .findFirst()
                .orElse("none");
    }

    @Test
    void claimsOnePathAlone() {
        assertThat(measured.metrics.face().claims("/metrics")).isTrue();
        assertThat(measured.metrics.face().claims("/metrics/")).isFalse();
        assertThat(measured.metrics.face().claims("/metricsx")).isFalse();
        assertThat(measured.metrics.face().name()).isEqualTo("metrics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer 0123456789abcdef-wrong",
                "Bearer 0123456789abcdef-righ",
                "Bearer 0123456789abcdef-right2",
                "Bearer ",
                "Bearer",
                "Basic 0123456789abcdef-right",
                "0123456789abcdef-right",
                "Bearer 0123456789abcdef-right, Bearer 0123456789abcdef-right"
            })
    void turnsAwayWhoDoesNotShowTheToken(String authorization) {
        RawAnswer answer = measured.ask("GET", Map.of("Authorization", authorization));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(Measured.body(answer)).doesNotContain("offramp_");
    }

    @Test
    void turnsAwayWhoShowsNothing() {
        assertThat(measured.ask("GET", Map.of()).status()).isEqualTo(401);
        assertThat(measured.ask("POST", Map.of()).status()).isEqualTo(401);
    }

    @Test
    void takesTheWordBearerInAnyCase() {
        assertThat(measured.ask("GET", Map.of("Authorization", "bearer " + Measured.TOKEN))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isReadAndNothingElse() {
        RawAnswer answer = measured.ask("POST", RIGHT);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
        assertThat(measured.ask("HEAD", RIGHT).status()).isEqualTo(200);
    }

    @Test
    void speaksTheTextFormUnlessTheOtherIsAskedFor() {
        RawAnswer text = measured.ask("GET", RIGHT);
        assertThat(header(text, "Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(Measured.body(text)).contains("# TYPE offramp_log_lines_total counter");

        RawAnswer open = measured.ask(
                "GET",
                Map.of(
                        "Authorization",
                        "Bearer " + Measured.TOKEN,
                        "Accept",
                        "application/openmetrics-text;version=1.0.0;q=0.6,text/plain;version=0.0.4;q=0.5,*/*;q=0.1"));
        assertThat(header(open, "Content-Type"))
                .isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(Measured.body(open))
                .contains("# TYPE offramp_log_lines counter")
                .endsWith("# EOF\n");
    }

    @Test
    void saysFaultsInPlainText() {
        RawAnswer busy = measured.metrics.face().refuse(new Fault.Unavailable(Duration.ofSeconds(1)), "r");
        assertThat(busy.status()).isEqualTo(503);
        assertThat(header(busy, "Retry-After")).isEqualTo("1");
        assertThat(measured.metrics.face().refuse(new Fault.Bug(), "r7").status())
                .isEqualTo(500);
        assertThat(measured.metrics.face().refuse(new Fault.Malformed(), "r").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcde", "0123456789 abcdef", "0123456789abcdef\u00e9", "================"})
    void refusesATokenThatIsGuessedOrCannotBeSent(String value) {
        assertThatThrownBy(() -> MetricsToken.parse(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be 16 or more of")
                .hasMessageNotContaining(value);
    }

    @Test
    void neverShowsTheToken() {
        assertThat(new MetricsToken(Measured.TOKEN).toString()).doesNotContain(Measured.TOKEN);
    }
}
