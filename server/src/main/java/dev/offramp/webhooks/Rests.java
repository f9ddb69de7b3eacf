package dev.offramp.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Lets endpoints that fail rest between calls. One that refuses in a millisecond would else be called as often as
/// there are turns while anything waits for it, and take the turns' time from those who answer.
///
/// Known to this process alone: it is a matter of cost, and after a restart costs a call.
final class Rests {

    static final Duration REST = Duration.ofSeconds(1);

    /// Until when each endpoint rests whose last call failed.
    private final Map<EndpointId, Instant> failing = new HashMap<>();

    void failed(Collection<EndpointId> endpoints) {
        endpoints.forEach(endpoint -> failing.putIfAbsent(endpoint, Instant.MIN));
    }

    void succeeded(Collection<EndpointId> endpoints) {
        endpoints.forEach(failing::remove);
    }

    /// Those of them that fail rest from now on.
    void called(Collection<EndpointId> endpoints, Instant now) {
        endpoints.forEach(endpoint -> failing.computeIfPresent(endpoint, (one, until) -> now.plus(REST)));
    }

    Set<EndpointId> resting(Instant now) {
        return failing.entrySet().stream()
                .filter(entry -> now.isBefore(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
