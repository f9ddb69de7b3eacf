package dev.offramp.listening;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a server for events, as any client may.
final class Source implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Answers of `/v1` come within four seconds.
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final int OK = 200;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final Access access;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    Source(Access access) {
        this.access = access;
    }

    Asked ask(Map<String, ?> body) {
        try {
            return understood(http.send(request(body), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Asked.Away(NoAnswer.words(e), Optional.empty());
        } catch (JacksonException _) {
            return new Asked.Refused(access.baseUrl() + " does not answer as this program does");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Asked.Away("interrupted", Optional.empty());
        }
    }

    private HttpRequest request(Map<String, ?> body) {
        return HttpRequest.newBuilder(URI.create(access.baseUrl() + "/transactions/webhooks/listen"))
                .timeout(LIMIT)
                .header("x-app-id", access.appId())
                .header("x-app-secret", access.appSecret())
                .header("X-Breet-Env", access.environment().code())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    private static Asked understood(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT) {
            return new Asked.Away("the server answers " + status, retryAfter(answer));
        }
        JsonNode envelope = JSON.readTree(answer.body());
        return status == OK
                ? got(envelope.path("data"))
                : new Asked.Refused("the server answers " + status + ": "
                        + envelope.path("message").asString(""));
    }

    private static Optional<Duration> retryAfter(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private static Asked got(JsonNode data) {
        return new Asked.Got(
                data.path("listener").asString(), data.optional("delivery").map(Source::waiting));
    }

    private static Waiting waiting(JsonNode delivery) {
        return new Waiting(
                delivery.path("id").asString(),
                delivery.path("event").asString(),
                delivery.path("eventId").asString(),
                delivery.optional("requestId").map(JsonNode::asString),
                delivery.path("body").asString());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
