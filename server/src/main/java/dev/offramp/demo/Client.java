package dev.offramp.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client as integrators write it: three headers, JSON, the envelope.
final class Client implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final Credentials credentials;

    Client(Credentials credentials) {
        this.credentials = credentials;
    }

    /// The `data` of the answer.
    JsonNode get(String path) {
        return data(path, request(path).GET());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return data(
                path,
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(credentials.baseUrl() + path))
                .timeout(TIMEOUT)
                .header("x-app-id", credentials.appId())
                .header("x-app-secret", credentials.appSecret())
                .header("X-Breet-Env", "development");
    }

    private JsonNode data(String path, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode envelope = JSON.readTree(response.body());
            if (response.statusCode() != OK || !envelope.path("success").asBoolean()) {
                throw new DemoFailed(path + " answered " + response.statusCode() + ": "
                        + envelope.path("message").asString());
            }
            return envelope.path("data");
        } catch (IOException | JacksonException e) {
            throw new DemoFailed(credentials.baseUrl() + path + " did not answer as it should: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
