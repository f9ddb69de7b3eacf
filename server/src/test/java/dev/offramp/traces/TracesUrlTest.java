package dev.offramp.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesUrlTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://127.0.0.1:4318,                        http://127.0.0.1:4318/v1/traces
            http://127.0.0.1:4318/,                       http://127.0.0.1:4318/v1/traces
            https://traces.example.com/otlp/v1/traces,    https://traces.example.com/otlp/v1/traces
            https://traces.example.com/in?tenant=a%20b,   https://traces.example.com/in?tenant=a%20b
            https://ann:pw@[2001:db8::1]:4318,            https://[2001:db8::1]:4318/v1/traces
            """)
    void saysWhereTheCollectorIs(String text, String endpoint) {
        assertThat(TracesUrl.parse(text).endpoint()).hasToString(endpoint);
    }

    @Test
    void makesUserAndPasswordAHeaderAndShowsNeither() {
        TracesUrl url = TracesUrl.parse("https://ann:p%40s+s@traces.example.com");

        assertThat(url.authorization()).contains("Basic YW5uOnBAcytz");
        assertThat(url).hasToString("https://traces.example.com/v1/traces");
        assertThat(TracesUrl.parse("https://traces.example.com").authorization())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "traces.example.com",
                "grpc://ann:secret@traces.example.com",
                "http://",
                "http:///v1/traces",
                "https://secret@traces.example.com",
                "https://ann:secret@traces example.com",
                "https://ann:secret@traces.example.com#here"
            })
    void refusesWhatIsNoneWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> TracesUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be a URL")
                .hasMessageNotContaining("secret");
    }
}
