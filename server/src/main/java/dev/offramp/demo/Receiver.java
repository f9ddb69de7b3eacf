package dev.offramp.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// An integrator's webhook endpoint on this machine. It answers 200 to what it can verify and to the probe, 401 to
/// anything else.
public final class Receiver implements AutoCloseable {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final HttpServer server;
    private final Signature signature;
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();

    private Receiver(HttpServer server, Signature signature) {
        this.server = server;
        this.signature = signature;
    }

    /// Listens on any free port.
    ///
    /// @param secret what deliveries must carry
    public static Receiver start(String secret) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Receiver receiver = new Receiver(server, new Signature(secret));
            server.createContext("/", receiver::receive);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The URL to save as an endpoint.
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks";
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean isGenuine = signature.isOf(exchange.getRequestHeaders()::getFirst, body);
        if (isGenuine) {
            events.add(Client.JSON.readTree(new String(body, StandardCharsets.UTF_8)));
        }
        exchange.sendResponseHeaders(isGenuine || isProbe(body) ? OK : UNAUTHORIZED, -1);
        exchange.close();
    }

    private static boolean isProbe(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.contains("\"webhook.verification\"") || text.equals("{}");
    }

    /// The next event, both its secret and its signature found right; empty when none comes in time.
    Optional<JsonNode> next(Duration patience) {
        try {
            return Optional.ofNullable(events.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
