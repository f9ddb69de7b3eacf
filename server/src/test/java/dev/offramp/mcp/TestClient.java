package dev.offramp.mcp;

import dev.offramp.web.Body;
import dev.offramp.web.Content;
import dev.offramp.web.Peer;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client on this machine that asks without a socket, with the headers it was given.
final class TestClient {

    private static final JsonMapper MAPPER = new JsonMapper();

    /// No two requests have the same id, whoever sends them.
    private static final AtomicInteger REQUESTS = new AtomicInteger();

    private final Mcp mcp;
    private final Map<String, String> headers = new HashMap<>(Map.of("content-type", "application/json"));

    TestClient(Mcp mcp) {
        this.mcp = mcp;
    }

    TestClient with(String header, String value) {
        headers.put(header.toLowerCase(Locale.ROOT), value);
        return this;
    }

    TestClient signIn(String appId, String secret) {
        return with("x-app-id", appId).with("x-app-secret", secret);
    }

    RawAnswer send(String method, String body) {
        Peer peer = new Peer(InetAddress.getLoopbackAddress(), false);
        return mcp.answer(new RawRequest(
                "%024x".formatted(REQUESTS.incrementAndGet()),
                method,
                "/mcp",
                "",
                name -> Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))),
                peer,
                new Content.Whole(body.getBytes(StandardCharsets.UTF_8))));
    }

    static JsonNode json(RawAnswer answer) {
        return MAPPER.readTree(((Body.Whole) answer.body()).bytes());
    }

    /// What a tool answers, or a refusal of the protocol.
    JsonNode call(String tool, String arguments) {
        return json(send("POST", """
                {"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"%s","arguments":%s}}
                """.formatted(tool, arguments)));
    }

    String text(String tool, String arguments) {
        return call(tool, arguments).at("/result/content/0/text").asString();
    }

    /// What went wrong with a call; empty when nothing did.
    Optional<String> error(String tool, String arguments) {
        JsonNode answer = call(tool, arguments);
        return answer.has("error") || answer.at("/result/isError").asBoolean()
                ? Optional.of(answer.toString())
                : Optional.empty();
    }

    List<JsonNode> listed() {
        return json(send("POST", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"))
                .at("/result/tools")
                .values()
                .stream()
                .toList();
    }

    /// The names of all tools that are there.
    List<String> tools() {
        return listed().stream().map(tool -> tool.get("name").asString()).toList();
    }
}
