package dev.offramp.webhooks;

import dev.offramp.db.Database;
import dev.offramp.tenancy.Tenant;

/// Endpoints for tests that are not about their making.
public final class AcknowledgedUrls {

    private AcknowledgedUrls() {}

    /// Saves an endpoint for all events whose receiver nobody asked.
    public static Endpoint endpoint(Webhooks webhooks, Database db, Tenant tenant) {
        AcknowledgedUrl url = new AcknowledgedUrl(tenant, "https://example.com/hook");
        return ((EndpointOutcome.Saved) db.transact(tx -> webhooks.addEndpoint(tx, url, new Endpoint.Events.All())))
                .endpoint();
    }
}
