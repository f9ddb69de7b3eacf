package dev.offramp.dashboard.developers;

import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.requests.LoggedRequest;
import java.time.Instant;
import java.util.Optional;

/// A request as its page and its line show it.
///
/// @param refusal what the answer said, and the fields it named
public record RequestView(
        String id,
        Instant at,
        String method,
        String path,
        String route,
        Badge status,
        String took,
        String appId,
        String caller,
        Optional<String> refusal,
        String fields) {

    static RequestView of(LoggedRequest request) {
        return new RequestView(
                request.id().value(),
                request.at(),
                request.method(),
                request.path(),
                request.route(),
                status(request.status()),
                Figures.count(request.took().toMillis()) + " ms",
                request.appId(),
                request.caller(),
                request.refusal(),
                String.join(", ", request.fields()));
    }

    private static Badge status(int status) {
        if (status < 300) {
            return Badge.good(String.valueOf(status));
        }
        return status < 500 ? Badge.waiting(String.valueOf(status)) : Badge.bad(String.valueOf(status));
    }
}
