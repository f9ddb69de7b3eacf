package dev.offramp.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The description by itself: whether others take it for OpenAPI, and whether there is an exchange for all that it
/// promises. That the program's is the same is the contract suite's to see.
class DescriptionTest {

    /// What no request from outside can bring about.
    private static final Map<String, String> OUT_OF_REACH = Map.of(
            "withdrawToBank bank payouts in .+ are not available in this environment",
            "without a rail no bank account can be saved",
            "sellDollars bank payouts in .+ are not available in this environment",
            "without a rail no bank account can be saved",
            "sellDollars amount is too small to be converted",
            "a cent is worth more than the smallest unit of every local currency");

    private static final Path PACKAGES =
            Path.of(System.getProperty("basedir", ""), "npm", "node_modules").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void isOpenApiToAValidatorThatIsNotOurs() throws IOException, InterruptedException {
        Path document =
                Files.writeString(folder.resolve("openapi.json"), document().toString());
        Path linter = PACKAGES.resolve("@redocly").resolve("cli").resolve("bin").resolve("cli.js");
        assertThat(linter).as("run `npm ci` in acceptance/npm").exists();
        // The answer to a path that is none belongs to no operation.
        ProcessBuilder command = new ProcessBuilder(
                        "node",
                        linter.toString(),
                        "lint",
                        document.toString(),
                        "--extends=recommended-strict",
                        "--skip-rule=no-unused-components")
                .redirectErrorStream(true);
        command.environment().putAll(Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"));

        Process lint = command.start();
        String said = new String(lint.getInputStream().readAllBytes());

        assertThat(lint.waitFor()).as(said).isZero();
    }

    @Test
    void showsARealAnswerForEverySuccess() {
        List<String> without = operations().stream()
                .filter(operation -> operation
                        .at("/responses/200/content/application~1json/examples/ok")
                        .isMissingNode())
                .map(operation -> operation.get("operationId").asString())
                .toList();
        assertThat(without).isEmpty();
    }

    @Test
    void showsARealAnswerForEveryRefusal() {
        TreeSet<String> without = new TreeSet<>();
        for (JsonNode operation : operations()) {
            operation.get("responses").properties().stream()
                    .filter(response -> !response.getKey().equals("200"))
                    .flatMap(response -> unshown(resolved(response.getValue())).stream())
                    .forEach(message -> without.add(operation.get("operationId").asString() + " " + message));
        }
        assertThat(without).containsExactlyInAnyOrderElementsOf(OUT_OF_REACH.keySet());
    }

    @Test
    void showsARealDeliveryOfEveryEvent() {
        List<String> without = document().get("webhooks").properties().stream()
                .filter(event -> event.getValue()
                        .at("/post/requestBody/content/application~1json/examples/sent")
                        .isMissingNode())
                .map(Map.Entry::getKey)
                .toList();
        assertThat(without).isEmpty();
    }

    /// Messages of a response, as patterns, that no example of it has.
    private static List<String> unshown(JsonNode response) {
        JsonNode content = response.at("/content/application~1json");
        List<String> shown = content.path("examples").values().stream()
                .map(example -> resolved(example).at("/value/message").asString(""))
                .toList();
        return messages(content.at("/schema/properties/message")).stream()
                .filter(message -> shown.stream().noneMatch(text -> text.equals(message) || text.matches(message)))
                .toList();
    }

    private static List<String> messages(JsonNode schema) {
        List<String> messages = new ArrayList<>();
        schema.path("enum").forEach(text -> messages.add(text.asString()));
        schema.path("anyOf").forEach(kind -> messages.addAll(messages(kind)));
        if (schema.has("pattern")) {
            messages.add(schema.get("pattern").asString().replaceAll("^\\^|\\$$", ""));
        }
        return messages;
    }

    private static List<JsonNode> operations() {
        return StreamSupport.stream(document().get("paths").spliterator(), false)
                .flatMap(path -> path.values().stream())
                .toList();
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document().at(node.get("$ref").asString().substring(1)) : node;
    }

    private static JsonNode document() {
        return Contract.current().document();
    }
}
