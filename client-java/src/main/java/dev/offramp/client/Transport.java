package dev.offramp.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends a request, and sends it again when it was not answered, or when the server says to come back. What changes
 * something carries its key, so that it takes effect once however often it is sent.
 */
final class Transport {

    /** Answers come within four seconds. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    private final HttpClient http;
    private final Pause pause;

    /** Waits. */
    interface Pause {
        void take(Duration time) throws InterruptedException;
    }

    Transport(HttpClient http, Pause pause) {
        this.http = http;
        this.pause = pause;
    }

    /**
     * @param key the request's idempotency key, for whoever has to repeat it; empty for what changes nothing
     */
    HttpResponse<String> send(HttpRequest request, String key) {
        try {
            for (int tried = 1; ; tried++) {
                Optional<HttpResponse<String>> answer = sendOnce(request, key, tried);
                if (answer.isPresent() && (tried == TRIES || !saysToComeBack(answer.get()))) {
                    return answer.get();
                }
                pause.take(pause(tried, answer));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted", key, e);
        }
    }

    private Optional<HttpResponse<String>> sendOnce(HttpRequest request, String key, int tried)
            throws InterruptedException {
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            if (tried == TRIES) {
                throw new NoAnswer("no answer from " + request.uri().getHost() + ": " + e, key, e);
            }
            return Optional.empty();
        }
    }

    private static boolean saysToComeBack(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case TOO_MANY_REQUESTS, BAD_GATEWAY, UNAVAILABLE, GATEWAY_TIMEOUT -> true;
            case CONFLICT -> answer.body().contains("request with this key is in progress");
            default -> false;
        };
    }

    private static Duration pause(int tried, Optional<HttpResponse<String>> answer) {
        Duration own = FIRST_PAUSE.multipliedBy(1L << (tried - 1));
        Duration wanted = answer.flatMap(its -> its.headers().firstValue("Retry-After"))
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(own);
        return wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted;
    }
}
