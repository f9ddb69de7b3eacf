package dev.offramp.acceptance.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client as integrators write it: three headers, JSON, the envelope. Every answer is held against the API's own
/// description.
public final class Breet {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long POLL_MS = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;
    private final Map<String, String> headers;

    public Breet(String baseUrl, String appId, String appSecret, String environment) {
        this.baseUrl = baseUrl;
        Confidential.OF_THIS_RUN.remember("appSecret", appSecret);
        this.headers = Map.of(
                "x-app-id", appId,
                "x-app-secret", appSecret,
                "X-Breet-Env", environment);
    }

    /// @param body the whole envelope
    public record Reply(int status, JsonNode body, String text) {

        public JsonNode data() {
            return body.get("data");
        }

        public String message() {
            return body.path("message").asString();
        }
    }

    /// Who it is, as its requests say.
    Map<String, String> headers() {
        return headers;
    }

    public Reply get(String path) {
        return send(path, "", request(path).GET());
    }

    public Reply post(String path, String json) {
        Confidential.OF_THIS_RUN.rememberFields(json);
        return send(
                path,
                json,
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Reply put(String path, String json) {
        Confidential.OF_THIS_RUN.rememberFields(json);
        return send(
                path,
                json,
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /// Without a body, but with the media type of one, as many clients do.
    public Reply delete(String path) {
        return send(
                path,
                "",
                request(path).header("Content-Type", "application/json").DELETE());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        return request;
    }

    private Reply send(String path, String body, HttpRequest.Builder builder) {
        try {
            HttpRequest request = builder.build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            Contract.current().check(new Contract.Asked(request.method(), path, body), answered(response));
            return watched(new Reply(response.statusCode(), JSON.readTree(response.body()), response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A success tells its owner what is the owner's; an error tells nothing.
    private static Reply watched(Reply reply) {
        if (reply.status() == 200) {
            Confidential.OF_THIS_RUN.rememberFields(reply.body());
        } else {
            Confidential.OF_THIS_RUN.search("an answer with status " + reply.status(), reply.text());
        }
        return reply;
    }

    /// An answer as the description looks at it.
    public static Contract.Answered answered(HttpResponse<String> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new Contract.Answered(response.statusCode(), headers, response.body());
    }

    /// Asks until the answer's data are as wanted.
    ///
    /// @throws AssertionError with the last answer when that takes longer than `patience`
    public JsonNode await(String path, Duration patience, Predicate<JsonNode> wanted) {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            Reply reply = get(path);
            if (reply.status() == 200 && wanted.test(reply.data())) {
                return reply.data();
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + patience + ": " + reply.text());
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

    /// The id of the asset of this custody code.
    public String assetId(String code) {
        for (JsonNode asset : get("/trades/assets").data()) {
            if (asset.get("identifier").asString().equals(code)) {
                return asset.get("id").asString();
            }
        }
        throw new AssertionError("no asset " + code);
    }

    /// Generates an address and answers its data.
    ///
    /// @param more further members of the body, each beginning with a comma; may be empty
    public JsonNode generate(String code, String label, String more) {
        Reply reply = post(
                "/trades/sell/assets/" + assetId(code) + "/generate-address",
                "{\"label\":\"" + label + "\"" + more + "}");
        if (reply.status() != 200) {
            throw new AssertionError(reply.text());
        }
        return reply.data();
    }

    /// Makes a deposit up and answers the trade's id.
    public String mock(String address, String code, String usd, String coins, String reference) {
        Reply reply = post("/trades/sell/mock-trade", """
                {"walletAddress":"%s","asset":"%s","amountInUSD":%s,"cryptoReceived":%s,"reference":"%s","txHash":"tx-%s"}
                """.formatted(address, code, usd, coins, reference, reference));
        if (reply.status() != 200) {
            throw new AssertionError(reply.text());
        }
        return reply.data().get("id").asString();
    }
}
