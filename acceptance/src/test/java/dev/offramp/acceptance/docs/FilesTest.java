package dev.offramp.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Inbox;
import dev.offramp.acceptance.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The programs that pages show: whole integrations, and the check of a webhook in each language.
class FilesTest {

    private static final Path FILES = Program.repository().resolve("docs/site/files");
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private static Stream<Path> in(String name) {
        try (Stream<Path> files = Files.list(FILES.resolve(name))) {
            return files.filter(file -> Tool.ofFile(file).isThere()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> useCases() {
        return in("use-cases");
    }

    /// From nothing to the end, with webhooks.
    @ParameterizedTest
    @MethodSource("useCases")
    void doAWholeIntegration(Path file) throws IOException {
        int port = freePort();
        try (Program program = Program.on(folder.resolve("data"))
                .with("OFFRAMP_SANDBOX_WEBHOOK_URL", "http://127.0.0.1:" + port + "/")
                .start()) {
            Map<String, String> environment = new HashMap<>(Reader.environment(program));
            environment.put("WEBHOOK_PORT", String.valueOf(port));
            Tool.Ended ended = Tool.ofFile(file).run(file, folder, environment, "");

            assertThat(ended.code()).as(ended.output()).isZero();
            assertThat(ended.output()).isNotBlank();
            program.command("audit");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Told of a real delivery, and of the same with one thing changed.
    @Test
    void knowAWebhookFromAForgery() {
        try (Inbox inbox = new Inbox();
                Program program = Program.on(folder.resolve("data"))
                        .with("OFFRAMP_SANDBOX_WEBHOOK_URL", inbox.url())
                        .start()) {
            program.sandbox().generate("SOL_USDC_JKVK", "anybody", "");
            Inbox.Delivery delivery = inbox.await(A_WHILE, sent -> sent.event().equals("trade.address.created"));
            Map<String, String> environment = new HashMap<>(Reader.environment(program));
            environment.put("WEBHOOK_ID", delivery.headers().get("webhook-id"));
            environment.put("WEBHOOK_TIMESTAMP", delivery.headers().get("webhook-timestamp"));
            environment.put("WEBHOOK_SIGNATURE", delivery.headers().get("webhook-signature"));
            assertThat(in("webhooks").count()).isGreaterThanOrEqualTo(3);
            in("webhooks").forEach(file -> judge(file, environment, delivery.text()));
        }
    }

    private void judge(Path file, Map<String, String> environment, String body) {
        assertThat(verdict(file, environment, body)).as(file.toString()).isEqualTo("valid");
        assertThat(verdict(file, environment, body + " "))
                .as(file + ", another body")
                .isEqualTo("invalid");
        String own = environment.get("WEBHOOK_SIGNATURE");
        assertThat(verdict(file, with(environment, "WEBHOOK_SIGNATURE", "v1,AAAA " + own), body))
                .as(file + ", two signatures")
                .isEqualTo("valid");
        Map<String, String> changes = Map.of(
                "WEBHOOK_ID", "another",
                "WEBHOOK_TIMESTAMP", "1700000000",
                "WEBHOOK_SIGNATURE", "v1,AAAA",
                "WEBHOOK_SECRET", "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        changes.forEach((name, value) -> assertThat(verdict(file, with(environment, name, value), body))
                .as(file + ", another " + name)
                .isEqualTo("invalid"));
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, value);
        return changed;
    }

    /// The first line, since `go run` says below it with what code the program ended.
    private String verdict(Path file, Map<String, String> environment, String body) {
        String output = Tool.ofFile(file).run(file, folder, environment, body).output();
        return output.lines().findFirst().orElse("");
    }
}
