package dev.offramp.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Begun;
import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Inbox;
import dev.offramp.acceptance.program.Program;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Events to a developer's machine, whatever happens to the server meanwhile.
class ListenTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CREATED = "trade.address.created";
    private static final int ONE_ROUND = 8;

    @TempDir
    private Path data;

    @Test
    void losesAndDoublesNoEventAcrossRestartsOfTheServer() throws IOException {
        try (Inbox inbox = new Inbox();
                Program program =
                        Program.on(data).with("OFFRAMP_PORT", freePort()).start();
                Begun listen = program.begin("listen", "--forward-to", inbox.url())) {
            // Slow enough that events wait while the server goes away.
            inbox.answer(delivery -> afterAMoment());
            listen.await("listening", SOON);

            List<String> made = new ArrayList<>(addresses(program.sandbox(), "first"));
            program.kill();
            program.start();
            made.addAll(addresses(program.sandbox(), "second"));
            program.stop();
            listen.await("asking again", SOON);
            program.start();
            made.addAll(addresses(program.sandbox(), "third"));

            made.forEach(wallet -> inbox.await(SOON, delivery -> delivery.id().equals(wallet)));
            listen.await(inbox.all().getLast().headers().get("webhook-id"), SOON);
            assertThat(told(inbox)).containsExactlyInAnyOrderElementsOf(made);
            assertThat(listen.lines())
                    .filteredOn(line -> line.contains(CREATED))
                    .hasSameSizeAs(made);
            inbox.all()
                    .forEach(delivery -> assertThat(delivery.headers())
                            .containsKeys("x-webhook-secret", "webhook-id", "webhook-timestamp", "webhook-signature"));
        }
    }

    @Test
    void getsTestEventsAndIsForgottenAtItsEnd() throws IOException {
        try (Inbox inbox = new Inbox();
                Program program =
                        Program.on(data).with("OFFRAMP_PORT", freePort()).start()) {
            try (Begun listen = program.begin(
                    "listen",
                    "--forward-to",
                    inbox.url(),
                    "--events",
                    "trade.completed,withdrawal.pending",
                    "--json")) {
                listen.await("listening", SOON);
                assertThat(program.command("trigger", "trade.completed")).contains("a listener");
                inbox.await(SOON, delivery -> delivery.event().equals("trade.completed"));
                listen.await("\"status\":200", SOON);
                inbox.answer(500);
                program.sandbox().generate("SOL_USDC_JKVK", "not wanted", "");
                program.command("trigger", "withdrawal.pending");
                listen.await("\"status\":500", SOON);
            }
            assertThat(inbox.all())
                    .extracting(Inbox.Delivery::event)
                    .containsExactly("trade.completed", "withdrawal.pending");
            assertThat(program.command("webhooks", "list")).contains("none");
            assertThat(program.sandbox()
                            .get("/transactions/webhooks?filter=status:pending")
                            .toString())
                    .doesNotContain("listen:");
        }
    }

    private static int afterAMoment() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 200;
    }

    private static List<String> addresses(Breet sandbox, String name) {
        return IntStream.range(0, ONE_ROUND)
                .mapToObj(i -> sandbox.generate("SOL_USDC_JKVK", name + " " + i, "")
                        .get("id")
                        .asString())
                .toList();
    }

    private static List<String> told(Inbox inbox) {
        return inbox.all().stream()
                .filter(delivery -> delivery.event().equals(CREATED))
                .map(Inbox.Delivery::id)
                .toList();
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
