package dev.offramp.acceptance.program;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A webhook receiver that keeps what it got and says 200, or another status if told so. Every delivery is held against
/// the API's own description; one that is not in it fails the test at the next look, or at the end.
public final class Inbox implements AutoCloseable {

    private static final long POLL_MS = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final List<AssertionError> undescribed = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile ToIntFunction<Delivery> answer = delivery -> 200;

    /// @param headers names in lower case
    public record Delivery(Map<String, String> headers, String text, JsonNode body) {

        public String event() {
            return body.path("event").asString();
        }

        public String id() {
            return body.path("id").asString();
        }
    }

    public Inbox() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String text = new String(exchange.getRequestBody().readAllBytes());
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
            JsonNode body = text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
            check(body);
            Delivery delivery = new Delivery(Map.copyOf(headers), text, body);
            deliveries.add(delivery);
            exchange.sendResponseHeaders(answer.applyAsInt(delivery), -1);
            exchange.close();
        });
        server.start();
    }

    private void check(JsonNode body) {
        try {
            Contract.current().checkDelivery(body);
        } catch (AssertionError e) {
            undescribed.add(e);
        }
    }

    private void failIfAnyIsUndescribed() {
        if (!undescribed.isEmpty()) {
            throw undescribed.getFirst();
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    public void answer(int status) {
        answer(delivery -> status);
    }

    /// Decides by what it got, and takes as long as that takes.
    public void answer(ToIntFunction<Delivery> next) {
        answer = next;
    }

    public List<Delivery> all() {
        return List.copyOf(deliveries);
    }

    /// Deliveries about one object, in the order they came.
    public List<Delivery> about(String id) {
        return deliveries.stream().filter(delivery -> delivery.id().equals(id)).toList();
    }

    /// The first delivery as wanted, waiting for it.
    public Delivery await(Duration patience, Predicate<Delivery> wanted) {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            failIfAnyIsUndescribed();
            var found = deliveries.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + patience + " among "
                        + deliveries.stream().map(Delivery::text).toList());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        failIfAnyIsUndescribed();
    }
}
