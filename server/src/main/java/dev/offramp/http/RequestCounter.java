package dev.offramp.http;

import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.RequestWindow;

/// Counts the requests of an integration to a route; the same count in every process.
@FunctionalInterface
public interface RequestCounter {

    /// @param route as the endpoint names it, method included
    RequestWindow count(IntegrationId integration, String route);
}
