package dev.offramp.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Contract;
import dev.offramp.wire.Refusal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plays requests of one client from a script and holds each exchange against its file and the API's description.
///
/// A line of a script is `name | METHOD path | body | captures`. A name is an operation and what it shows: `ok`, or a
/// refusal as in [Refusal], whose status and text the answer must then have. `{x}` stands for what was captured as `x`,
/// or is [known][#knowing] as it; a capture is `x=/pointer/into/the/answer`.
final class Recorder {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final int BUSY_MAX = 5;

    private final Client client;
    private final Set<String> stableIds;
    private final Map<String, String> known = new HashMap<>();

    Recorder(Client client, Set<String> stableIds) {
        this.client = client;
        this.stableIds = stableIds;
    }

    Recorder knowing(String name, String value) {
        known.put(name, value);
        return this;
    }

    String known(String name) {
        return Optional.ofNullable(known.get(name))
                .orElseThrow(() -> new AssertionError("nothing is known as " + name));
    }

    Client client() {
        return client;
    }

    void play(String script) {
        script.lines().filter(line -> !line.isBlank()).forEach(this::playLine);
    }

    private void playLine(String line) {
        String[] cells = line.split(" *\\| ?+ *", -1);
        String[] methodAndPath = filledIn(cells[1]).split(" ", 2);
        String body = cells.length > 2 ? filledIn(cells[2].strip()) : "";
        Talk.Reply reply = record(cells[0].strip(), methodAndPath[0], methodAndPath[1].strip(), body, Map.of());
        if (cells.length > 3) {
            capture(reply, cells[3]);
        }
    }

    private void capture(Talk.Reply reply, String captures) {
        JsonNode json = JSON.readTree(reply.body());
        for (String capture : captures.strip().split(" +")) {
            String[] pair = capture.split("=", 2);
            known.put(pair[0], json.at(pair[1]).asString());
        }
    }

    /// @param changes headers that differ from a good request's; an empty one is left out
    Talk.Reply record(String name, String method, String path, String body, Map<String, String> changes) {
        Map<String, String> headers = new LinkedHashMap<>(client.headers());
        if (!body.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        headers.putAll(changes);
        headers.values().removeIf(String::isEmpty);
        Talk.Reply reply = said(name, Client.message(method, path, headers, body));
        String shownBody = body.isEmpty() ? "" : "\n\n" + GoldenExchange.readable(body);
        check(name, method, path, body, method + " /v1" + path + client.shown(headers) + shownBody, reply);
        return reply;
    }

    /// On a busy machine anything may be told to come back.
    private Talk.Reply said(String name, String request) {
        Talk.Reply reply = Talk.say(client.port(), request);
        for (int i = 0; i < BUSY_MAX && reply.status() == 503 && !name.equals("any/unavailable"); i++) {
            reply = Talk.say(client.port(), request);
        }
        return reply;
    }

    /// A request of which nobody looks at the answer.
    void send(String method, String path, String body, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(client.headers());
        headers.putAll(more);
        Talk.say(client.port(), Client.message(method, path, headers, body));
    }

    /// For what is no good HTTP: `said` is sent as it is, with `~` for line ends.
    void recordRaw(String name, String said) {
        Talk.Reply reply = Talk.say(client.port(), said.replace("~", "\r\n"));
        check(name, "GET", "/trades/assets", "", said.replace("~~", "").replace("~", "\n"), reply);
    }

    /// For an answer that was got in another way.
    void check(String name, String method, String path, String body, String shown, Talk.Reply reply) {
        String file = name.replaceFirst(":.*", "");
        refusal(file).ifPresent(refusal -> assertRefused(refusal, reply));
        if (file.contains("/ok")) {
            assertThat(reply.status()).as(name + " " + reply.body()).isEqualTo(200);
        }
        Contract.current()
                .check(
                        new Contract.Asked(method, path, body),
                        new Contract.Answered(reply.status(), reply.headers(), reply.body()));
        GoldenExchange.check(file, title(name, method, path, reply), shown, reply, new Placeholders(stableIds));
    }

    /// A success is called what its operation does, a refusal what it says.
    private static String title(String name, String method, String path, Talk.Reply reply) {
        if (name.contains(":")) {
            return name.substring(name.indexOf(':') + 1).strip();
        }
        return reply.status() == 200
                ? Contract.current()
                        .operation(new Contract.Asked(method, path, ""))
                        .orElseThrow()
                        .get("summary")
                        .asString()
                : JSON.readTree(reply.body()).get("message").asString();
    }

    private static Optional<Refusal> refusal(String name) {
        String wanted = name.substring(name.indexOf('/') + 1).replace('-', '_').toUpperCase(Locale.ROOT);
        return Set.of(Refusal.values()).stream()
                .filter(refusal -> refusal.name().equals(wanted))
                .findFirst();
    }

    private static void assertRefused(Refusal refusal, Talk.Reply reply) {
        String pattern = Pattern.quote(refusal.text()).replace("%s", "\\E.+\\Q");
        assertThat(reply.status()).as(reply.body()).isEqualTo(refusal.status());
        assertThat(JSON.readTree(reply.body()).get("message").asString()).matches(pattern);
    }

    private String filledIn(String text) {
        return VARIABLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(known(match.group(1))));
    }
}
