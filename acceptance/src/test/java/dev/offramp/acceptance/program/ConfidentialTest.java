package dev.offramp.acceptance.program;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The search of logs and answers finds what is planted in them.
class ConfidentialTest {

    private final Confidential confidential = new Confidential();

    @Test
    void findsASecretAndDoesNotShowIt() {
        confidential.rememberFields(
                "{\"data\":{\"appSecret\":\"sk_planted\",\"list\":[{\"accountNumber\":\"0123456789\"}]}}");

        assertThatThrownBy(() -> confidential.search("the log", "WARN - sent sk_planted\nWARN - paid 0123456789"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("appSecret in the log: WARN - sent ***")
                .hasMessageContaining("accountNumber in the log: WARN - paid ***");
    }

    @Test
    void findsAPinInAnAnswer() {
        confidential.rememberFields("{\"amount\":1000,\"pin\":\"4829\"}");

        assertThatThrownBy(() -> confidential.search("an answer", "{\"message\":\"4829 is no pin\"}"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void findsAPinOfACommand() {
        confidential.rememberOptions(List.of("integrations", "set-pin", "--pin", "482915"));

        assertThatThrownBy(() -> confidential.search("the log", "set-pin --pin 482915"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void takesNeitherTimesNorLongerNumbersForAPin() {
        confidential.remember("pin", "2026");

        assertThatCode(() -> confidential.search(
                        "the log",
                        "2026-11-24T10:00:00.000Z INFO  - port 12026\n2026-11-24 10:00:00.000 UTC [2026] LOG"))
                .doesNotThrowAnyException();
    }

    /// The ready line is all that is planted: a program that prints it fails when it ends.
    @Test
    void aProgramThatPrintsASecretFailsWhenItEnds(@TempDir Path data) {
        Program program = Program.on(data).watchedBy(confidential).start();
        confidential.remember("planted", program.baseUrl());

        assertThatThrownBy(program::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted in what the program printed");
    }
}
