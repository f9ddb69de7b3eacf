package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.web.RawClient;
import dev.offramp.web.Web;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Hundreds of requests from bad to nonsensical: each gets the envelope, none a server error, and none hangs.
class HostileRequestsTest {

    /// Another one with `-Dhostile.seed=…`.
    private static final long SEED = Long.getLong("hostile.seed", 20_261_124L);

    private static final int REQUESTS = 600;
    private static final String ID = "66f0a1b2c3d4e5f607182930";

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "post", "");
    private static final List<String> PATHS = List.of(
            "/v1/things",
            "/v1/things/" + ID,
            "/v1/things/" + ID + "/make",
            "/v1/things/none",
            "/v1/thing/a%2Fb",
            "/v1/things/%00",
            "/v1/things/../things",
            "/v1/things?page=9e9&size=-0",
            "/v1/things?page=1&page=2&[]=%",
            "//",
            "/v1",
            "*",
            "http://localhost/v1/things",
            "/v1/things#x",
            "/v1/things/;a=b");
    private static final List<String> BODIES = List.of(
            "{\"label\":\"a\"}",
            "{\"label\":\"a\",\"amount\":1e999999999}",
            "{\"label\":\"a\",\"amount\":1e-999999999}",
            "{\"label\":\"\\ud800\"}",
            "{\"label\":\"a\",\"label\":\"b\"}",
            "{\"__proto__\":{\"label\":1},\"constructor\":1}",
            "{\"label\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}",
            "[]",
            "null",
            "{",
            "\u0000",
            "{\"label\":\"a\"}{}",
            "{\"label\":\"' OR 1=1 --\"}",
            "{\"label\":\"${jndi:ldap://x}\"}",
            "{\"amount\":\"1\"}",
            "{\"label\":\"a\",\"amount\":-0}");

    private final Random random = new Random(SEED);

    @Test
    void alwaysGetAnAnswerInTheEnvelope() throws IOException {
        try (Web web = Things.served(Things.all(), 64)) {
            for (int i = 0; i < REQUESTS; i++) {
                byte[] request = mutated(request());
                if (isARequestAtAll(request)) {
                    check(web.port(), request, i);
                }
            }
            assertThat(RawClient.ask(web.port(), good()).status()).isEqualTo(200);
        }
    }

    private static void check(int port, byte[] request, int number) throws IOException {
        try (RawClient client = new RawClient(port)) {
            String shown =
                    "request " + number + " of seed " + SEED + ": " + new String(request, StandardCharsets.ISO_8859_1);
            client.send(request);
            client.finish();
            RawClient.Reply reply;
            try {
                reply = client.reply();
            } catch (IOException e) {
                throw new AssertionError(shown, e);
            }
            JsonNode body = reply.json();

            assertThat(reply.status()).as(shown).isBetween(200, 499);
            assertThat(reply.headers()).as(shown).containsKey("x-request-id");
            assertThat(body.path("success").asBoolean()).as(shown).isEqualTo(reply.status() == 200);
            assertThat(body.path("message").isString()).as(shown).isTrue();
            assertThat(body.has("data") && body.has("meta")).as(shown).isTrue();
        }
    }

    /// Without the end of a line there is nothing to answer.
    private static boolean isARequestAtAll(byte[] request) {
        return new String(request, StandardCharsets.ISO_8859_1).contains("\r\n");
    }

    private String request() {
        String body = pick(BODIES);
        return pick(METHODS) + " " + pick(PATHS) + " HTTP/1.1\r\nHost: localhost\r\nX-Breet-Env: sandbox\r\nx-app-id: "
                + Callers.APP_ID + "\r\nx-app-secret: " + Callers.SECRET + "\r\nContent-Type: application/json\r\n"
                + (random.nextBoolean() ? chunked(body) : sized(body));
    }

    private static String good() {
        return "GET /v1/things HTTP/1.1\r\nHost: localhost\r\nX-Breet-Env: sandbox\r\nx-app-id: " + Callers.APP_ID
                + "\r\nx-app-secret: " + Callers.SECRET + "\r\n\r\n";
    }

    private static String sized(String body) {
        return "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private static String chunked(String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(length) + "\r\n" + body + "\r\n0\r\n\r\n";
    }

    /// One half as it is, the other with bytes changed, left out, put in, or cut off.
    private byte[] mutated(String request) {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> changed(bytes);
            case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> spliced(bytes, random.nextInt(bytes.length), random.nextInt(20), new byte[0]);
            case 3 -> spliced(bytes, random.nextInt(bytes.length), 0, noise());
            default -> bytes;
        };
    }

    private byte[] changed(byte[] bytes) {
        byte[] copy = bytes.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private static byte[] spliced(byte[] bytes, int at, int dropped, byte[] inserted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(inserted);
        int rest = Math.min(at + dropped, bytes.length);
        out.write(bytes, rest, bytes.length - rest);
        return out.toByteArray();
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(64)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
