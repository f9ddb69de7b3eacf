package dev.offramp.trail;

import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.util.Optional;

/// Whose business an entry is. A business reads the entries that concern its integration, in whichever environment.
public sealed interface Concern {

    /// The platform's own, or a person's before any business.
    Concern PLATFORM = new Platform();

    /// See [#PLATFORM].
    record Platform() implements Concern {}

    /// Something of an integration that is the same in both environments.
    record Whole(IntegrationId id) implements Concern {}

    /// Something of an integration in one environment.
    record Part(Tenant tenant) implements Concern {}

    default Optional<IntegrationId> integration() {
        return switch (this) {
            case Platform() -> Optional.empty();
            case Whole(IntegrationId id) -> Optional.of(id);
            case Part(Tenant tenant) -> Optional.of(tenant.integration());
        };
    }

    default Optional<Environment> environment() {
        return this instanceof Part(Tenant tenant) ? Optional.of(tenant.environment()) : Optional.empty();
    }
}
