package dev.offramp.acceptance.anvil;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Stands in front of anvil and, told so, does what public nodes do on a bad day. Everything else passes through.
public final class Front implements AutoCloseable {

    private static final String GET_LOGS = "eth_getLogs";

    private final Anvil anvil;
    private final HttpServer server;
    private final JsonMapper mapper = JsonMapper.shared();
    private final Map<String, Runnable> before = new HashMap<>();
    private int emptyLogs;

    private Front(Anvil anvil) throws IOException {
        this.anvil = anvil;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public static Front of(Anvil anvil) {
        try {
            return new Front(anvil);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// So many of the next lists of logs that hold something are told as empty.
    public synchronized void hideLogs(int times) {
        emptyLogs = times;
    }

    /// How many lists are still to be hidden.
    public synchronized int logsToHide() {
        return emptyLogs;
    }

    /// Something that happens once, right before the next question with this method is answered.
    public synchronized void before(String method, Runnable event) {
        before.put(method, event);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode request = mapper.readTree(body);
        String reply = request.isArray() || request.isObject() ? answered(request, body) : anvil.forward(body);
        byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized String answered(JsonNode request, String body) {
        Set<JsonNode> lists = new HashSet<>();
        for (JsonNode question :
                request.isArray() ? request : mapper.createArrayNode().add(request)) {
            String method = question.path("method").stringValue("");
            Runnable event = before.remove(method);
            if (event != null) {
                event.run();
            }
            if (method.equals(GET_LOGS)) {
                lists.add(question.path("id"));
            }
        }
        JsonNode reply = mapper.readTree(anvil.forward(body));
        for (JsonNode answer :
                reply.isArray() ? reply : mapper.createArrayNode().add(reply)) {
            if (emptyLogs > 0
                    && lists.contains(answer.path("id"))
                    && !answer.path("result").isEmpty()) {
                emptyLogs--;
                ((ObjectNode) answer).putArray("result");
            }
        }
        return mapper.writeValueAsString(reply);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
