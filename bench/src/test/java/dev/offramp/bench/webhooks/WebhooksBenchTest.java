package dev.offramp.bench.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// That it measures, not what.
class WebhooksBenchTest {

    @Test
    void everyEventArrivesWithAndWithoutBadTargets() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        new WebhooksBench(new PrintStream(said, true, StandardCharsets.UTF_8), 3, 4, 1).run();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("without bad targets: ", "with bad targets: ", "3 tenants, one more of each bad kind: ");
    }
}
