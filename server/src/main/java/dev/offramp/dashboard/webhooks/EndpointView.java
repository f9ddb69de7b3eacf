package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.part.Badge;
import dev.offramp.trail.Details;
import dev.offramp.webhooks.Endpoint;
import java.time.Instant;
import java.util.Optional;

/// An endpoint as its page and its line show it.
///
/// @param reason why it is off
/// @param failingSince since when every attempt failed
public record EndpointView(
        String id,
        String url,
        String events,
        Badge state,
        Optional<String> reason,
        Optional<Instant> failingSince,
        boolean isEnabled,
        boolean isFromSettings,
        Instant madeAt) {

    static EndpointView of(Endpoint endpoint) {
        return new EndpointView(
                endpoint.id().toString(),
                endpoint.url(),
                EndpointForm.words(endpoint.events()),
                state(endpoint),
                endpoint.disabled().map(Endpoint.Disabled::reason),
                endpoint.failingSince(),
                endpoint.disabled().isEmpty(),
                endpoint.fromSettings(),
                endpoint.madeAt());
    }

    static Details details(Endpoint endpoint) {
        return Details.of("url", endpoint.url())
                .with("events", EndpointForm.words(endpoint.events()))
                .with("off", endpoint.disabled().map(Endpoint.Disabled::reason));
    }

    private static Badge state(Endpoint endpoint) {
        if (endpoint.disabled().isPresent()) {
            return Badge.bad("off");
        }
        return endpoint.failingSince().isPresent() ? Badge.waiting("failing") : Badge.good("on");
    }
}
