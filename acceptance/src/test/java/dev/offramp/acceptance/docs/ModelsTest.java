package dev.offramp.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.browser.Visitor;
import dev.offramp.acceptance.program.Program;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tools for language models, asked by the official client and looked at by the official inspector.
class ModelsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String USDC = "SOL_USDC_JKVK";
    private static final Path PACKAGES = Program.repository().resolve("acceptance/npm");

    @TempDir
    private static Path folder;

    private static Program program;
    private static Map<String, String> environment;
    private static Visitor owner;

    @BeforeAll
    static void start() {
        program = Program.on(folder.resolve("data")).start();
        environment = new HashMap<>(Reader.environment(program));
        environment.put("MCP_URL", program.baseUrl().replaceFirst("/v1$", "/mcp"));
        Site.of(program);
        program.sandbox().generate(USDC, "anybody", "");
        JsonNode login = program.ownerLogin();
        owner = new Visitor(URI.create(login.get("url").asString()));
        Map<String, String> made = Map.of(
                "email", login.get("email").asString(),
                "password", login.get("password").asString());
        owner.submit("/sign-in", "/sign-in", made);
        owner.submit("/me/password", "/me/password", Map.of("password", "a password of the owner's own"));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    /// Initialises, lists, and calls every tool.
    private static JsonNode client(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(settings);
        Tool.Ended ended = Tool.JS.run(PACKAGES.resolve("mcp-client.mjs"), folder, all, "");
        assertThat(ended.code()).as(ended.output()).isZero();
        return JSON.readTree(ended.output());
    }

    @Test
    void areCalledByTheOfficialClient() {
        JsonNode answers = client(Map.of());

        assertThat(names(answers))
                .containsExactly("search_docs", "read_doc", "list_endpoints", "describe_endpoint", "explain_error");
        assertThat(errors(answers)).isEmpty();
    }

    @Test
    void readABusinessWithItsCredentials() {
        JsonNode answers = client(Map.of("WITH_CREDENTIALS", "yes"));

        assertThat(names(answers)).contains("list_assets", "list_wallets", "show_wallet", "list_deliveries");
        assertThat(errors(answers)).allMatch(error -> error.contains("show_") && error.contains("not found"));
        assertThat(answers.get("list_wallets").get("text").asString()).contains("anybody");
    }

    @Test
    void makeThingsUpInTheSandboxWhileAnOwnerLetsThem() {
        choose("on");
        JsonNode wallet = program.sandbox().generate(USDC, "somebody", "");
        JsonNode answers = client(Map.of("WITH_CREDENTIALS", "yes", "GIVEN", JSON.writeValueAsString(given(wallet))));
        JsonNode listed = inspect(environment.get("MCP_URL"), withCredentials("--method", "tools/list"));
        JsonNode found = inspect(
                environment.get("MCP_URL"),
                withCredentials(
                        "--method",
                        "tools/call",
                        "--tool-name",
                        "make_mock_deposit",
                        "--tool-args-json",
                        JSON.writeValueAsString(given(wallet).get("make_mock_deposit"))));
        choose("off");

        assertThat(errors(answers)).allMatch(error -> error.startsWith("show_"));
        assertThat(answers.at("/generate_address/text").asString()).contains("\"success\":true", "\"address\":");
        String trade = JSON.readTree(answers.at("/make_mock_deposit/text").asString())
                .at("/data/id")
                .asString();
        assertThat(program.sandbox().get("/trades/transactions/" + trade).status())
                .isEqualTo(200);
        assertThat(listed.get("tools").size()).isEqualTo(18);
        assertThat(found.path("isError").asBoolean(false)).as(found.toString()).isFalse();
        assertThat(names(client(Map.of("WITH_CREDENTIALS", "yes")))).doesNotContain("make_mock_deposit");
    }

    /// As the owner does it in the dashboard.
    private static void choose(String onOrOff) {
        String settings = owner.get("/").location().replaceFirst("^(/b/[^/]+/development).*", "$1/settings");
        Visitor.Reply reply = owner.submit(settings, settings + "/sandbox-tools", Map.of("sandboxTools", onOrOff));
        assertThat(reply.status()).as(reply.body()).isEqualTo(303);
    }

    private static Map<String, Map<String, String>> given(JsonNode wallet) {
        return Map.of(
                "make_mock_deposit",
                Map.of(
                        "walletAddress",
                        wallet.get("address").asString(),
                        "asset",
                        USDC,
                        "amountInUSD",
                        "59.50",
                        "cryptoReceived",
                        "59.5"),
                "generate_address",
                Map.of("id", program.sandbox().assetId(USDC), "label", "made by a model"));
    }

    private static String[] withCredentials(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        for (String header : List.of(
                "x-app-id: " + environment.get("APP_ID"),
                "x-app-secret: " + environment.get("APP_SECRET"),
                "X-Breet-Env: development")) {
            all.addAll(List.of("--header", header));
        }
        return all.toArray(String[]::new);
    }

    @Test
    void leaveTheInspectorNothingToComplainOf() {
        String url = environment.get("MCP_URL");
        JsonNode tools = inspect(url, "--method", "tools/list").get("tools");

        assertThat(tools.size()).isEqualTo(5);
        JsonNode found =
                inspect(url, "--method", "tools/call", "--tool-name", "search_docs", "--tool-arg", "query=idempotency");
        assertThat(found.path("isError").asBoolean(false)).isFalse();
        assertThat(found.at("/content/0/text").asString()).contains("/docs/idempotency");
    }

    private static JsonNode inspect(String url, String... arguments) {
        List<String> words = new ArrayList<>(
                List.of("node", "node_modules/.bin/mcp-inspector", "--cli", url, "--transport", "http"));
        words.addAll(List.of(arguments));
        String quoted =
                String.join(" ", words.stream().map(word -> "'" + word + "'").toList());
        Tool.Ended ended = Tool.SH.run("cd '" + PACKAGES + "'\n" + quoted, folder, Map.of());
        assertThat(ended.code()).as(ended.output()).isZero();
        return JSON.readTree(ended.output().substring(ended.output().indexOf('{')));
    }

    private static List<String> names(JsonNode answers) {
        return List.copyOf(answers.propertyNames());
    }

    private static List<String> errors(JsonNode answers) {
        return answers.properties().stream()
                .filter(tool -> tool.getValue().get("isError").asBoolean())
                .map(tool -> tool.getKey() + ": " + tool.getValue().get("text").asString())
                .toList();
    }
}
