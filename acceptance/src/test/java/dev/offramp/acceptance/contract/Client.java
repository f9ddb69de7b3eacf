package dev.offramp.acceptance.contract;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Program;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// An integration of its own in one environment of a program.
record Client(Program program, String name, String appId, String appSecret, String environment) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    static Client made(Program program, String environment) {
        String name = "Business " + COUNT.incrementAndGet();
        JsonNode made = program.jsonCommand("integrations", "create", "--name", name, "--json");
        return new Client(
                program,
                name,
                made.get("appId").asString(),
                made.get("appSecret").asString(),
                environment);
    }

    /// Runs a command about it.
    void command(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--integration";
        all[words.length + 1] = name;
        program.command(all);
    }

    Breet breet() {
        return new Breet(program.baseUrl(), appId, appSecret, environment);
    }

    int port() {
        return URI.create(program.baseUrl()).getPort();
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-app-id", appId);
        headers.put("x-app-secret", appSecret);
        headers.put("X-Breet-Env", environment);
        return headers;
    }

    /// What a request looks like on the wire.
    static String message(String method, String path, Map<String, String> headers, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return method + " /v1" + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + headers.entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "Connection: close\r\n" + (length > 0 ? "Content-Length: " + length + "\r\n" : "") + "\r\n" + body;
    }

    /// The headers as a file shows them.
    String shown(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> "\n" + header.getKey() + ": "
                        + header.getValue().replace(appId, "app-id").replace(appSecret, "app-secret"))
                .collect(Collectors.joining());
    }
}
