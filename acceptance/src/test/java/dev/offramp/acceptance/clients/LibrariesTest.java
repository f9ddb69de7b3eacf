package dev.offramp.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Inbox;
import dev.offramp.acceptance.program.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The client libraries, built from their sources, against a sandbox that was just started: quickstarts to their end,
/// and real deliveries beside forged ones. Those whose tools are not on the machine are left out.
class LibrariesTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @TempDir
    private static Path data;

    private static Inbox inbox;
    private static Program program;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        inbox = new Inbox();
        program = Program.on(data)
                .with("OFFRAMP_SANDBOX_WEBHOOK_URL", inbox.url())
                .start();
    }

    @AfterAll
    static void stop() {
        program.command("audit");
        program.close();
        inbox.close();
    }

    private static Stream<Library> libraries() {
        return Arrays.stream(Library.values()).filter(Library::isThere);
    }

    @Test
    void areThereForJavaAtLeast() {
        assertThat(libraries()).contains(Library.JAVA);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void leadFromNothingToTheFirstDeposit(Library library) {
        built(library);
        Library.Ended ended = Library.run(library.program(folder, "quickstart"), folder, environment(), "");

        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("address ", "deposit completed", "bank ", "422", "webhook ");
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void knowAWebhookFromAForgery(Library library) {
        built(library);
        String wallet = program.sandbox()
                .generate("SOL_USDC_JKVK", "webhook " + library, "")
                .get("id")
                .asString();
        Inbox.Delivery delivery = inbox.await(A_WHILE, sent -> sent.id().equals(wallet));
        Map<String, String> genuine = new HashMap<>(environment());
        for (String header : new String[] {"webhook-id", "webhook-timestamp", "webhook-signature"}) {
            genuine.put(
                    header.toUpperCase().replace('-', '_'), delivery.headers().get(header));
        }

        assertThat(verdict(library, genuine, delivery.text())).isEqualTo("valid");
        assertThat(verdict(library, genuine, delivery.text() + " ")).isEqualTo("invalid");
        Map<String, String> old = new HashMap<>(genuine);
        old.put("WEBHOOK_TIMESTAMP", "1700000000");
        assertThat(verdict(library, old, delivery.text())).isEqualTo("invalid");
        Map<String, String> foreign = new HashMap<>(genuine);
        foreign.put("WEBHOOK_SECRET", "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        assertThat(verdict(library, foreign, delivery.text())).isEqualTo("invalid");
    }

    private void built(Library library) {
        Library.Ended built = library.build(folder);
        assertThat(built.code()).as(built.output()).isZero();
    }

    private String verdict(Library library, Map<String, String> environment, String body) {
        return Library.run(library.program(folder, "verify"), folder, environment, body)
                .output()
                .strip();
    }

    private static Map<String, String> environment() {
        JsonNode written = program.credentials();
        return Map.of(
                "BASE_URL", program.baseUrl(),
                "APP_ID", written.get("appId").asString(),
                "APP_SECRET", written.get("appSecret").asString(),
                "WEBHOOK_SECRET", written.get("webhookSecret").asString());
    }
}
