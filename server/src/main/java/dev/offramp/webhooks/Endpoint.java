package dev.offramp.webhooks;

import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A URL of a tenant that receives events.
///
/// @param fromSettings set by the sandbox URL of the server's settings rather than by a person
/// @param failingSince when attempts began to fail without a success since; such an endpoint is called sparingly
/// @param disabled present while nothing is sent; its queue is kept and goes on growing
public record Endpoint(
        EndpointId id,
        Tenant tenant,
        String url,
        Events events,
        boolean fromSettings,
        Optional<Instant> failingSince,
        Optional<Disabled> disabled,
        Instant madeAt,
        Instant updatedAt) {

    /// What the URL of one that asks for its events begins with, instead of being called.
    public static final String LISTEN = "listen:";

    /// Whether it asks for its events: a [listener][Pull], which nobody can call.
    public boolean isListener() {
        return url.startsWith(LISTEN);
    }

    /// Which events it receives.
    public sealed interface Events {

        /// Every event there is or will be.
        record All() implements Events {}

        record Chosen(Set<EventType> types) implements Events {
            public Chosen {
                types = Set.copyOf(types);
                if (types.isEmpty()) {
                    throw new IllegalArgumentException("an endpoint receives at least one event");
                }
            }
        }

        default boolean include(EventType type) {
            return switch (this) {
                case All() -> true;
                case Chosen(var types) -> types.contains(type);
            };
        }
    }

    /// @param reason in plain words, for the owner
    public record Disabled(Instant at, String reason) {}
}
