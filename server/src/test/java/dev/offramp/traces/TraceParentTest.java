package dev.offramp.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Examples of W3C Trace Context, and what it says of those that break it.
class TraceParentTest {

    private static final String HEADER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void readsTheHeaderAndWritesItAgain() {
        TraceParent read = TraceParent.parse(HEADER).orElseThrow();

        assertThat(read.trace().value()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(read.span().value()).isEqualTo("00f067aa0ba902b7");
        assertThat(read.isSampled()).isTrue();
        assertThat(read).hasToString(HEADER);
        String unsampled = HEADER.replace("-01", "-00");
        assertThat(TraceParent.parse(unsampled).orElseThrow().isSampled()).isFalse();
        assertThat(TraceParent.parse(unsampled).orElseThrow()).hasToString(unsampled);
    }

    @Test
    void readsALaterVersionAsFarAsItKnowsIt() {
        assertThat(TraceParent.parse(HEADER.replaceFirst("00-", "cc-") + "-what-the-future-will-be"))
                .isEqualTo(TraceParent.parse(HEADER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "----",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "0-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-+1",
                " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void readsNothingElse(String header) {
        assertThat(TraceParent.parse(header)).isEmpty();
    }

    @Test
    void hasIdsThatAnybodyCanWorkOut() {
        ObjectId deposit = new ObjectId("65f000000123456789abcdef");

        assertThat(TraceId.of(deposit)).hasToString("0000000065f000000123456789abcdef");
        assertThat(SpanId.of(deposit)).hasToString("0123456789abcdef");
        assertThatThrownBy(() -> new TraceId("0".repeat(32))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SpanId("x")).isInstanceOf(IllegalArgumentException.class);
    }
}
