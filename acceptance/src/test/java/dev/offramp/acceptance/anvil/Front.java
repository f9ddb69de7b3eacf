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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Stands in front of anvil and, told so, does what public nodes do on a bad day. Everything else passes through.
public final class Front implements AutoCloseable {

    private static final String GET_LOGS = "eth_getLogs";
    private static final String SEND = "eth_sendRawTransaction";

    private final Anvil anvil;
    private final HttpServer server;
    private final JsonMapper mapper = JsonMapper.shared();
    private final Map<String, Runnable> before = new HashMap<>();
    private final List<Hold> holds = new CopyOnWriteArrayList<>();
    private int emptyLogs;
    private int lost;

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

    /// Whoever asks this from now on stands there, until the hold is ended.
    public Hold hold(String method, Hold.Where where) {
        Hold hold = new Hold(method, where);
        holds.add(hold);
        return hold;
    }

    /// So many of the next transactions are said to be taken, and are thrown away.
    public synchronized void loseTransactions(int count) {
        lost = count;
    }

    /// How many transactions are still to be thrown away.
    public synchronized int transactionsToLose() {
        return lost;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode request = mapper.readTree(body);
        if (isGivenUp(request, Hold.Where.BEFORE_THE_NODE)) {
            exchange.close();
            return;
        }
        String reply = request.isArray() || request.isObject() ? answered(request, body) : anvil.forward(body);
        if (isGivenUp(request, Hold.Where.AFTER_THE_NODE)) {
            exchange.close();
            return;
        }
        byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private boolean isGivenUp(JsonNode request, Hold.Where place) {
        Set<String> methods = new HashSet<>();
        questions(request)
                .forEach(question -> methods.add(question.path("method").stringValue("")));
        boolean givenUp = false;
        for (Hold hold : holds) {
            givenUp |= methods.contains(hold.method()) && hold.stand(place);
        }
        return givenUp;
    }

    private JsonNode questions(JsonNode request) {
        return request.isArray() ? request : mapper.createArrayNode().add(request);
    }

    /// The request without what is thrown away, and the replies to that.
    private ArrayNode lose(JsonNode request, ArrayNode kept) {
        ArrayNode replies = mapper.createArrayNode();
        for (JsonNode question : questions(request)) {
            if (lost > 0 && question.path("method").stringValue("").equals(SEND)) {
                lost--;
                String raw = question.get("params").get(0).stringValue();
                String hash = "0x" + Keccak256.hex(HexFormat.of().parseHex(raw.substring(2)));
                replies.addObject().put("jsonrpc", "2.0").put("result", hash).set("id", question.get("id"));
            } else {
                kept.add(question);
            }
        }
        return replies;
    }

    private synchronized String answered(JsonNode request, String body) {
        ArrayNode kept = mapper.createArrayNode();
        ArrayNode replies = lose(request, kept);
        if (replies.isEmpty()) {
            return passed(request, body);
        }
        if (!kept.isEmpty()) {
            mapper.readTree(passed(kept, mapper.writeValueAsString(kept))).forEach(replies::add);
        }
        return mapper.writeValueAsString(request.isArray() ? replies : replies.get(0));
    }

    private String passed(JsonNode request, String body) {
        Set<JsonNode> lists = new HashSet<>();
        for (JsonNode question : questions(request)) {
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
        for (JsonNode answer : questions(reply)) {
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
