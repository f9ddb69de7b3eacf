package dev.offramp.chains.evm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A node that says what the test wrote, over real HTTP.
final class ScriptedNode implements AutoCloseable {

    /// The member of the reply: `"result":…` or `"error":…`.
    interface Answer {

        String to(JsonNode params);
    }

    private final HttpServer server;
    private final JsonMapper mapper = JsonMapper.shared();
    private final Map<String, Answer> standing = new HashMap<>();
    private final Map<String, Deque<Answer>> next = new HashMap<>();
    private final Deque<HttpHandler> nextRequests = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private int requests;

    ScriptedNode() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    static Answer result(Object json) {
        return params -> "\"result\":" + JsonMapper.shared().writeValueAsString(json);
    }

    static Answer error(int code, String message) {
        return params -> "\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }

    static Answer nothing() {
        return params -> "\"result\":null";
    }

    static HttpHandler http(int status, String body) {
        return exchange -> send(exchange, status, body);
    }

    /// What it says to this method from now on.
    synchronized ScriptedNode on(String method, Answer answer) {
        standing.put(method, answer);
        return this;
    }

    /// What it says the next time, before what stands.
    synchronized ScriptedNode once(String method, Answer answer) {
        next.computeIfAbsent(method, key -> new ArrayDeque<>()).add(answer);
        return this;
    }

    /// What it does with the next request, whatever that asks.
    synchronized ScriptedNode nextRequest(HttpHandler handler) {
        nextRequests.add(handler);
        return this;
    }

    URI url() {
        return url("");
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    synchronized long asked(String method) {
        return asked.stream().filter(method::equals).count();
    }

    synchronized int requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        HttpHandler special = special();
        if (special != null) {
            special.handle(exchange);
            return;
        }
        JsonNode request = mapper.readTree(body);
        send(
                exchange,
                200,
                request.isArray()
                        ? request.valueStream().map(this::reply).collect(Collectors.joining(",", "[", "]"))
                        : reply(request));
    }

    private synchronized HttpHandler special() {
        requests++;
        return nextRequests.poll();
    }

    private synchronized String reply(JsonNode request) {
        String method = request.get("method").stringValue();
        asked.add(method);
        Deque<Answer> queue = next.getOrDefault(method, new ArrayDeque<>());
        Answer answer = queue.isEmpty()
                ? standing.getOrDefault(method, error(-32601, "the method " + method + " does not exist"))
                : queue.poll();
        return "{\"jsonrpc\":\"2.0\",\"id\":" + request.get("id") + "," + answer.to(request.get("params")) + "}";
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
