package dev.offramp.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.web.Body;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One line where there is no page.
class PlainLineTest {

    private static String said(RawAnswer answer) {
        return answer.status() + " " + new String(((Body.Whole) answer.body()).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void saysWhatIsWrongInALine() {
        assertThat(said(PlainLine.refuse(new Fault.Bug(), "r1"))).isEqualTo("500 something went wrong: request r1\n");
        assertThat(List.of(
                        new Fault.Malformed(),
                        new Fault.VersionUnsupported(),
                        new Fault.EncodingUnsupported(),
                        new Fault.BodyTooLarge(),
                        new Fault.BodyLate()))
                .allSatisfy(
                        fault -> assertThat(said(PlainLine.refuse(fault, "r1"))).isEqualTo("400 malformed request\n"));
    }

    @Test
    void saysWhenToAskAgain() {
        RawAnswer answer = PlainLine.refuse(new Fault.Unavailable(Duration.ofMillis(1500)), "r1");

        assertThat(said(answer)).isEqualTo("503 service unavailable\n");
        assertThat(answer.headers()).contains(new RawAnswer.Header("Retry-After", "2"));
    }

    @Test
    void isShownAsNothingElse() {
        assertThat(PlainLine.answer(200, "live").headers())
                .contains(new RawAnswer.Header("Content-Type", "text/plain; charset=utf-8"))
                .contains(new RawAnswer.Header("X-Content-Type-Options", "nosniff"));
    }
}
