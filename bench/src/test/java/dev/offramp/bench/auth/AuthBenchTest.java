package dev.offramp.bench.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// That it measures, not what.
class AuthBenchTest {

    @Test
    void asksWhatItSaysAndIsAnsweredAsItExpects() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        new AuthBench(new PrintStream(said, true, StandardCharsets.UTF_8), 20).run();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("a wallet read with and without checks", "over loopback, 20 pairs", "by a call, 20 pairs");
    }
}
