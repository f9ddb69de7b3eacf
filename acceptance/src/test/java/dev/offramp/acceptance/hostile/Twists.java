package dev.offramp.acceptance.hostile;

import static dev.offramp.acceptance.hostile.Draft.bytes;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Makes a good request of an operation and spoils one thing about it.
///
/// @param sender the header lines that say who asks
record Twists(Dice dice, Samples samples, List<String> sender) {

    private static final List<String> WRONG_VALUES = List.of(
            "null",
            "true",
            "\"\"",
            "\" \"",
            "0",
            "-0",
            "-1",
            "1e308",
            "1e-400",
            "1E+999999999",
            "-1e-999999999",
            "0.1234567890123456789",
            "9".repeat(5_000),
            "0." + "0".repeat(5_000) + "1",
            "NaN",
            "Infinity",
            "0x10",
            "01",
            "+1",
            "1.",
            ".5",
            "[]",
            "{}",
            "[1]",
            "{\"a\":1}",
            "[".repeat(2_000) + "]".repeat(2_000),
            "{\"a\":".repeat(17) + "1" + "}".repeat(17),
            "[".repeat(60_000),
            "\"" + "a".repeat(256) + "\"",
            "\"" + "a".repeat(70_000) + "\"",
            "\"\\u0000\"",
            "\"a\\nb\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u202e\\u200b\\ufeff\"",
            "\"" + "🦆".repeat(64) + "\"",
            "\"'; DROP TABLE payout; --\"",
            "\"${jndi:ldap://127.0.0.1/a}\"",
            "\"<script>alert(1)</script>\"",
            "\"../../../etc/passwd\"",
            "\"%00%0d%0aX: y\"",
            "\"a",
            "\"\\x41\"",
            "\"\t\"",
            "undefined",
            "'a'",
            "-",
            "tru");

    private static final List<String> WRONG_PARTS = List.of(
            "..",
            "%2e%2e",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "..;",
            "%00",
            "%0d%0aX:y",
            "%ff%fe",
            "%c0%af",
            "%zz",
            "%",
            "%2F",
            "%5c",
            "\\",
            ";a=b",
            "a;b",
            "é",
            "%F0%9F%A6%86",
            "*",
            "'",
            "\"",
            "<",
            "{id}",
            "0",
            "-1",
            "null",
            "undefined",
            "F".repeat(24),
            "f".repeat(23),
            "f".repeat(25),
            "g".repeat(24),
            "a".repeat(100),
            "a".repeat(101),
            "a".repeat(5_000),
            "",
            ".",
            "//",
            "a b",
            "a#b",
            "a?b");

    private static final List<String> WRONG_TEXTS = List.of(
            "",
            "undefined",
            "null",
            "0",
            "-1",
            "1e9",
            "99999999999999999999",
            "1.5",
            "abc",
            "%00",
            "%ff",
            "%zz",
            "%",
            "true",
            "id",
            "-id",
            "--createdAt",
            "label:",
            ":",
            "label:a,label:b,",
            "label:\\",
            "status:%00",
            "2026-13-45",
            "0000-00-00",
            "99999-01-01",
            "2026-01-01T00:00:00",
            "'%20OR%201=1--",
            "a".repeat(300),
            "a".repeat(7_000),
            "%F0%9F%A6%86");

    private static final List<String> WRONG_HEADERS = List.of(
            "",
            " ",
            "a",
            "é",
            "\u0001",
            "\u007f",
            "a\u0000b",
            "' OR 1=1 --",
            "a,b",
            "a".repeat(256),
            "a".repeat(7_000),
            "a".repeat(40_000),
            "${jndi:ldap://127.0.0.1/a}");

    /// A spoilt request.
    ///
    /// @param isHead whether its answer has no body
    record Spoilt(byte[] bytes, boolean isHead) {}

    Spoilt next(Operation operation) {
        return switch (dice.below(10)) {
            case 0, 1, 2 -> whole(spoiltBody(operation));
            case 3 -> whole(spoiltText(operation));
            case 4 -> whole(good(operation).target(this::spoiltQuery));
            case 5 -> whole(good(operation).target(this::spoiltPath));
            case 6, 7 -> whole(spoiltHeaders(good(operation)));
            case 8 -> new Spoilt(spoiltFraming(good(operation)), false);
            default -> spoiltHead(good(operation));
        };
    }

    private static Spoilt whole(Draft draft) {
        return new Spoilt(draft.written(), false);
    }

    Draft good(Operation operation) {
        String path = operation.path();
        while (path.contains("{")) {
            path = path.replaceFirst("\\{[^}]*}", samples.id());
        }
        String query = operation.query().stream()
                .filter(_ -> dice.once(3))
                .map(parameter -> parameter.name() + "=" + goodQuery(parameter))
                .collect(Collectors.joining("&"));
        String target = "/v1" + path + (query.isEmpty() ? "" : "?" + query);
        Draft draft = new Draft(operation.method() + " " + target + " HTTP/1.1", sender, new byte[0]);
        return operation.body().isPresent()
                ? draft.with("Content-Type: application/json")
                        .body(bytes(Samples.json(samples.body(operation.body().get()))))
                : draft;
    }

    private String goodQuery(Operation.Parameter parameter) {
        String json = samples.good(parameter.name(), parameter.schema());
        String text = json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// One member is none that is asked for.
    private Draft spoiltBody(Operation operation) {
        Optional<JsonNode> schema = operation.body();
        if (schema.isEmpty()) {
            return good(operation).with("Content-Type: application/json").body(bytes(dice.any(WRONG_VALUES)));
        }
        Map<String, String> members = new LinkedHashMap<>(samples.body(schema.get()));
        List<String> names = List.copyOf(schema.get().path("properties").propertyNames());
        String name = dice.any(names);
        switch (dice.below(6)) {
            case 0 ->
                members.put(name, samples.edge(schema.get().path("properties").path(name)));
            case 1 -> members.remove(name);
            case 2 -> members.put(dice.any("surprise", name.toUpperCase(), "__proto__", "", " " + name), "1");
            default -> members.put(name, dice.any(WRONG_VALUES));
        }
        return good(operation).body(bytes(Samples.json(members)));
    }

    /// The body as a whole is none that is asked for.
    private Draft spoiltText(Operation operation) {
        Draft good = good(operation).with("Content-Type: application/json");
        String body = new String(good.body(), StandardCharsets.UTF_8);
        String twice = body.isEmpty() ? "{}" : body.replaceFirst("\\{", "{\"a\":1,\"\\\\u0061\":2,");
        return switch (dice.below(14)) {
            case 0 -> good.body(bytes(body + body));
            case 1 -> good.body(bytes(body.substring(0, body.length() / 2)));
            case 2 -> good.body(bytes("[" + body + "]"));
            case 3 -> good.body(bytes("\ufeff" + body));
            case 4 -> good.body(body.getBytes(StandardCharsets.UTF_16));
            case 5 -> good.body(bytes(body + "/* a */"));
            case 6 -> good.body(bytes(body.replace('"', '\'')));
            case 7 -> good.body(bytes(" ".repeat(65_530) + body));
            case 8 -> good.body(bytes(" ".repeat(1_100_000)));
            case 9 -> good.body(bytes(twice));
            case 10 -> good.body(dice.noise(1 + dice.below(300)));
            case 11 -> good.body(flipped(good.body()));
            case 12 ->
                good.body(bytes(body.isEmpty() ? "x=1&y=2" : body.replaceFirst("\\{", "{" + member(body) + ",")));
            default -> good.body(bytes(dice.any("", " ", "null", "0", "\"\"", "{", "}", "{]", "{\"\":{\"\":{}}}")));
        };
    }

    /// The first member once more.
    private static String member(String body) {
        int end = body.indexOf(',');
        return end < 0 ? body.substring(1, body.length() - 1) : body.substring(1, end);
    }

    private byte[] flipped(byte[] body) {
        byte[] flipped = body.length == 0 ? new byte[1] : body.clone();
        flipped[dice.below(flipped.length)] ^= (byte) (1 << dice.below(8));
        return flipped;
    }

    private String spoiltQuery(String target) {
        String path = target.split("\\?", 2)[0];
        String name = dice.any(
                "page",
                "size",
                "sort",
                "filter",
                "search",
                "startDate",
                "endDate",
                "exports",
                "currency",
                "from",
                "to",
                "x");
        String pair = name + dice.any("=", "==", "", "[]=", "%3d") + dice.any(WRONG_TEXTS);
        return path + dice.any("?", "??", "?&&") + pair + (dice.once(3) ? "&" + pair : "");
    }

    private String spoiltPath(String target) {
        String[] parts = target.split("/", -1);
        int place = 1 + dice.below(parts.length - 1);
        String wrong = dice.any(WRONG_PARTS);
        return switch (dice.below(6)) {
            case 0 -> target + "/" + wrong;
            case 1 -> "http://example.test" + target;
            case 2 -> dice.any("*", "/", "//", "/v1", "/v2/", "/v1/%2e%2e/v1", "v1/trades/assets", "\\v1\\trades");
            case 3 -> target.toUpperCase();
            default -> {
                parts[place] = dice.once(3) ? parts[place] + wrong : wrong;
                yield String.join("/", parts);
            }
        };
    }

    private Draft spoiltHeaders(Draft good) {
        String name = dice.any("x-app-id", "x-app-secret", "X-Breet-Env", "Content-Type", "Host", "Idempotency-Key");
        String wrong = dice.any(WRONG_HEADERS);
        return switch (dice.below(14)) {
            case 0 -> good.without(name);
            case 1, 2, 3 -> good.instead(name, wrong);
            case 4 -> good.with(name + ": " + wrong);
            case 5 -> good.with("Idempotency-Key: " + dice.any("a", "a".repeat(255), "a".repeat(256), "é", ""));
            case 6 -> good.with("X-Forwarded-Proto: https").with("X-Forwarded-For: " + wrong);
            case 7 ->
                good.instead("Content-Type", dice.any("text/plain", "application/json;charset=utf-16", "a/b/c", "*/*"));
            case 8 -> good.with("Content-Encoding: " + dice.any("gzip", "identity", "br, gzip", "x"));
            case 9 -> many(good);
            case 10 ->
                good.with(dice.any("no colon", ": no name", "a b: c", " folded: b", "é: b", "X:\u0000", "X-Y:\tz"));
            case 11 -> good.with("Accept: " + dice.any("text/html", "*/*;q=0", "\u0001", "a".repeat(5_000)));
            case 12 ->
                good.with("Connection: " + dice.any("upgrade", "close", "keep-alive, x-app-id", ""))
                        .with("Upgrade: " + dice.any("h2c", "websocket", "TLS/1.0"));
            default -> good.instead("X-Breet-Env", dice.any("production", "PRODUCTION", "sandbox", "staging", "dev"));
        };
    }

    private Draft many(Draft good) {
        Draft draft = good;
        for (int i = dice.any(50, 300, 2_000); i > 0; i--) {
            draft = draft.with("x-" + i + ": " + i);
        }
        return draft;
    }

    private byte[] spoiltFraming(Draft good) {
        int length = good.body().length;
        return switch (dice.below(12)) {
            case 0 ->
                good.with("Content-Length: " + (length + 1 + dice.below(1_000))).raw("\r\n");
            case 1 -> good.with("Content-Length: " + dice.below(length + 1)).raw("\r\n");
            case 2 ->
                good.with("Content-Length: " + dice.any("-1", "+5", "5,5", "0x5", "1e1", "", "99999999999999999999"))
                        .raw("\r\n");
            case 3 ->
                good.with("Content-Length: " + length)
                        .with("Content-Length: " + (length + 1))
                        .raw("\r\n");
            case 4 ->
                good.with("Content-Length: " + length)
                        .with("Transfer-Encoding: chunked")
                        .raw("\r\n");
            case 5 ->
                good.with("Transfer-Encoding: " + dice.any("chunked", "chunked", "gzip, chunked", "identity", "x"))
                        .body(chunked(good.body(), dice.any("", ";a=b", " ", "x")))
                        .raw("\r\n");
            case 6 ->
                good.with("Transfer-Encoding: chunked")
                        .body(bytes(dice.any(
                                "xyz\r\n", "-1\r\na\r\n", "ffffffffffffffff\r\n", "5\r\nab", "0\r\nX: y\r\n\r\n")))
                        .raw("\r\n");
            case 7 -> good.with("Content-Length: " + length).raw(dice.any("\n", "\r", "\r\r\n", "\u0000\r\n"));
            case 8 ->
                good.with("Content-Length: " + length)
                        .with("Expect: " + dice.any("100-continue", "200-ok"))
                        .raw("\r\n");
            case 9 -> Arrays.copyOf(good.written(), dice.below(good.written().length));
            case 10 -> twice(good.written());
            default ->
                dice.once(2) ? dice.noise(1 + dice.below(500)) : bytes("\r\n\r\n\r\n" + " ".repeat(dice.below(99)));
        };
    }

    private static byte[] chunked(byte[] body, String extension) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (body.length > 0) {
            out.writeBytes(bytes(Integer.toHexString(body.length) + extension + "\r\n"));
            out.writeBytes(body);
            out.writeBytes(bytes("\r\n"));
        }
        out.writeBytes(bytes("0\r\n\r\n"));
        return out.toByteArray();
    }

    private static byte[] twice(byte[] once) {
        byte[] twice = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(once, 0, twice, once.length, once.length);
        return twice;
    }

    private Spoilt spoiltHead(Draft good) {
        String method = dice.any(
                "get",
                "HEAD",
                "OPTIONS",
                "TRACE",
                "CONNECT",
                "PATCH",
                "PROPFIND",
                "PRI",
                "",
                "G\u0001T",
                "A".repeat(300));
        Draft draft = dice.once(3)
                ? good.head(head -> head.substring(0, head.length() - "HTTP/1.1".length())
                        + dice.any(
                                "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.2", "HTTP/11", "http/1.1", "HTTP", "", "X"))
                : good.head(head -> method + head.substring(head.indexOf(' ')));
        return new Spoilt(draft.written(), draft.head().startsWith("HEAD "));
    }
}
