package dev.offramp.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The files of exchanges, which are resources of the program: its description shows them as examples. They change only
/// when the tests are run with `-Dgolden.write=true`; then read the difference before committing it.
final class GoldenExchange {

    static final boolean WRITE = Boolean.getBoolean("golden.write");

    private static final Path FOLDER = Path.of("../server/src/main/resources/exchanges");
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "transfer-encoding", "date");
    private static final int ITEMS_MAX = 2;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /// Those looked at in this run.
    private static final Set<String> LOOKED_AT = new ConcurrentSkipListSet<>();

    private GoldenExchange() {}

    /// @param request its line and headers, and its body in a readable form
    static void check(String name, String title, String request, Talk.Reply reply, Placeholders placeholders) {
        String body = readable(reply.body());
        String text = "# " + title + "\n" + cut(reply.body()) + request + "\n\nHTTP/1.1 " + reply.status()
                + headers(reply) + (body.isEmpty() ? "" : "\n\n" + body) + "\n";
        compare(name, placeholders.in(text));
    }

    private static void compare(String name, String actual) {
        Path file = FOLDER.resolve(name + ".http");
        assertThat(LOOKED_AT.add(name)).as("only one exchange is named " + name).isTrue();
        try {
            if (WRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(Files.exists(file)).as("there is an exchange " + name).isTrue();
            assertThat(actual).as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Files that nothing was compared with.
    static Set<String> neverLookedAt() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace(".http", ""))
                    .filter(name -> !LOOKED_AT.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// JSON with line breaks and, of long lists, the first items; anything else as it is.
    static String readable(String body) {
        if (!body.startsWith("{")) {
            return body.replace("\r\n", "\n").strip();
        }
        JsonNode json = JSON.readTree(body);
        if (json.path("data") instanceof ArrayNode list) {
            while (list.size() > ITEMS_MAX) {
                list.remove(list.size() - 1);
            }
        }
        return JSON.writeValueAsString(json);
    }

    private static String cut(String body) {
        int items = body.startsWith("{") ? JSON.readTree(body).path("data").size() : 0;
        boolean isCut = items > ITEMS_MAX && JSON.readTree(body).path("data").isArray();
        return isCut ? "# " + ITEMS_MAX + " of " + items + " items are shown.\n" : "";
    }

    private static String headers(Talk.Reply reply) {
        Map<String, String> shown = new TreeMap<>(reply.headers());
        shown.keySet().removeIf(header -> OF_THE_CONNECTION.contains(header.toLowerCase()));
        shown.computeIfPresent("Retry-After", (_, _) -> "1");
        shown.computeIfPresent("X-RateLimit-Remaining", (_, left) -> left.equals("0") ? left : oneLess(shown));
        shown.computeIfPresent("X-RateLimit-Reset", (_, _) -> "1767225660");
        return shown.entrySet().stream()
                .map(header -> "\n" + header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining());
    }

    /// Whether more was asked in the same minute is a matter of moments.
    private static String oneLess(Map<String, String> shown) {
        return String.valueOf(Integer.parseInt(shown.get("X-RateLimit-Limit")) - 1);
    }
}
