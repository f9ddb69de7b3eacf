package dev.offramp.client;

import dev.offramp.client.api.Pages;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The API of a server, for one business in one environment. Can be used by many threads; make one and keep it.
 *
 * <p>Every request that changes something is sent under an idempotency key, a new one for each call unless
 * {@link #under} says which; it is repeated under the same key after a lost answer, 429 and 503, five times in all.
 */
public final class Offramp extends Operations {

    private static final int OK = 200;

    private final Transport transport;
    private final Access access;
    private final Optional<String> key;

    /** `toString` shows no secret. */
    private record Access(String baseUrl, String appId, String appSecret, Environment environment) {
        @Override
        public String toString() {
            return appId + " at " + baseUrl;
        }
    }

    private Offramp(Transport transport, Access access, Optional<String> key) {
        this.transport = transport;
        this.access = access;
        this.key = key;
    }

    /**
     * @param baseUrl of the server, ending in {@code /v1}
     */
    public static Offramp at(String baseUrl, String appId, String appSecret, Environment environment) {
        return at(baseUrl, appId, appSecret, environment, time -> Thread.sleep(time.toMillis()));
    }

    static Offramp at(String baseUrl, String appId, String appSecret, Environment environment, Transport.Pause pause) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Transport.LIMIT)
                .build();
        Access access = new Access(baseUrl.replaceFirst("/$", ""), appId, appSecret, environment);
        return new Offramp(new Transport(http, pause), access, Optional.empty());
    }

    /**
     * The same server, where every change is made under this key: write it down before you send, and a repetition, even
     * by another process, gets the first answer. A key is for one request.
     */
    public Offramp under(String idempotencyKey) {
        return new Offramp(transport, access, Optional.of(idempotencyKey));
    }

    @Override
    <T> T one(Call call, Class<T> type) {
        return Json.MAPPER.treeToValue(ask(call).path("data"), type);
    }

    @Override
    <T> List<T> all(Call call, Class<T> item) {
        return items(ask(call), item);
    }

    @Override
    <T> Paged<T> paged(Call call, Class<T> item) {
        int first = Optional.ofNullable(call.query().get(ListQuery.PAGE))
                .map(Integer::parseInt)
                .orElse(1);
        return new Paged<>(number -> fetch(call.page(number), item), first);
    }

    @Override
    void done(Call call) {
        ask(call);
    }

    private <T> Paged.Fetched<T> fetch(Call call, Class<T> item) {
        JsonNode envelope = ask(call);
        Pages pages = Json.MAPPER.treeToValue(envelope.path("meta"), Pages.class);
        List<String> ids = envelope.path("data")
                .valueStream()
                .map(one -> one.path("id").asString(""))
                .toList();
        return new Paged.Fetched<>(new Page<>(items(envelope, item), pages), ids);
    }

    private static <T> List<T> items(JsonNode envelope, Class<T> item) {
        return envelope.path("data")
                .valueStream()
                .map(one -> Json.MAPPER.treeToValue(one, item))
                .toList();
    }

    private JsonNode ask(Call call) {
        String idempotencyKey =
                call.isChange() ? key.orElseGet(() -> UUID.randomUUID().toString()) : "";
        HttpResponse<String> answer = transport.send(request(call, idempotencyKey), idempotencyKey);
        JsonNode envelope = read(answer);
        if (answer.statusCode() == OK && envelope.path("success").asBoolean(false)) {
            return envelope;
        }
        throw new Refused(
                answer.statusCode(),
                envelope.path("message").asString("the answer is none of the API"),
                fields(envelope.path("errors")),
                answer.headers().firstValue("X-Request-Id").orElse(""));
    }

    private HttpRequest request(Call call, String idempotencyKey) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(access.baseUrl() + call.target()))
                .timeout(Transport.LIMIT)
                .header("x-app-id", access.appId())
                .header("x-app-secret", access.appSecret())
                .header("X-Breet-Env", access.environment().code());
        if (!idempotencyKey.isEmpty()) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        if (call.body().isEmpty()) {
            return request.method(call.method(), HttpRequest.BodyPublishers.noBody())
                    .build();
        }
        String body = Json.MAPPER.writeValueAsString(call.body().get());
        return request.header("Content-Type", "application/json")
                .method(call.method(), HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** A proxy on the way may answer anything. */
    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (JacksonException e) {
            return Json.MAPPER.createObjectNode();
        }
    }

    private static Map<String, List<String>> fields(JsonNode errors) {
        return errors.propertyStream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        field -> field.getValue()
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()));
    }
}
