package dev.offramp.acceptance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Inbox;
import dev.offramp.acceptance.program.Program;
import dev.offramp.traces.otlp.Collector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The packaged program tells a collector what became of a deposit, in one trace.
class TracesTest {

    private static final String ASSET = "SOL_USDC_JKVK";
    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    private Path data;

    @Test
    void hasOneIdFromADepositToTheLastWebhook() {
        try (Collector collector = new Collector();
                Inbox inbox = new Inbox();
                Program program = Program.on(data)
                        .with("OFFRAMP_SANDBOX_WEBHOOK_URL", inbox.url())
                        .with("OFFRAMP_TRACES_URL", "http://127.0.0.1:" + collector.port())
                        .start()) {
            Breet breet = program.sandbox();
            JsonNode wallet = breet.generate(
                    ASSET, "ada", ",\"bankId\":\"25\",\"accountNumber\":\"0123456789\",\"autoSettlement\":true");
            String trade = breet.mock(wallet.get("address").asString(), ASSET, "59", "59", "ref-1");
            Inbox.Delivery last = inbox.await(SOON, delivery -> delivery.event().equals("withdrawal.completed"));
            awaitSpan(collector, "payout");
            program.stop();

            String trace = "00000000" + trade;
            List<Collector.Taken> spans = collector.spans().stream()
                    .filter(span -> span.trace().equals(trace))
                    .toList();
            assertThat(spans.stream().map(Collector.Taken::name))
                    .contains("deposit", "deposit completed", "payout", "payout completed", "webhook");
            Set<String> ids = spans.stream().map(Collector.Taken::id).collect(Collectors.toSet());
            assertThat(spans).allMatch(span -> span.parent().isEmpty() || ids.contains(span.parent()));
            assertThat(last.headers().get("traceparent")).startsWith("00-" + trace + "-");
            assertThat(collector.spans().stream().map(Collector.Taken::name)).contains("POST /trades/sell/mock-trade");
        }
    }

    private static void awaitSpan(Collector collector, String name) {
        long until = System.nanoTime() + SOON.toNanos();
        while (collector.spans().stream().noneMatch(span -> span.name().equals(name))) {
            assertThat(System.nanoTime()).as("a span " + name).isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
