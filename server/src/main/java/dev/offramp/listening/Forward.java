package dev.offramp.listening;

import dev.offramp.db.ObjectId;
import dev.offramp.webhooks.DeliveryHeaders;
import dev.offramp.webhooks.WebhookSecret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// POSTs events to one URL, as deliveries are: the same bytes and headers, signed with the same secret.
///
/// Any address may be called, this machine's above all: whoever names the URL is who runs this program.
public final class Forward implements AutoCloseable {

    /// As long as the server gives a receiver.
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final URI url;
    private final WebhookSecret secret;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    /// What came of it.
    ///
    /// @param status what was answered
    /// @param error what happened instead of an answer, in plain words
    public record Said(Optional<Integer> status, Optional<String> error) {}

    private Forward(URI url, WebhookSecret secret, InstantSource clock) {
        this.url = url;
        this.secret = secret;
        this.clock = clock;
    }

    /// Empty when `url` is none that can be called.
    public static Optional<Forward> to(String url, WebhookSecret secret, InstantSource clock) {
        try {
            URI uri = URI.create(url);
            boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return isHttp && uri.getHost() != null ? Optional.of(new Forward(uri, secret, clock)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Passes one event on, once.
    ///
    /// @param requestId the API request that led to it
    public Said send(ObjectId eventId, byte[] body, Optional<String> requestId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(LIMIT).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        DeliveryHeaders.of(secret, eventId, clock.instant(), body, requestId)
                .forEach(header -> request.header(header.getKey(), header.getValue()));
        try {
            HttpResponse<Void> answer = http.send(request.build(), HttpResponse.BodyHandlers.discarding());
            return new Said(Optional.of(answer.statusCode()), Optional.empty());
        } catch (IOException e) {
            return new Said(Optional.empty(), Optional.of(NoAnswer.words(e)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Said(Optional.empty(), Optional.of("interrupted"));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
