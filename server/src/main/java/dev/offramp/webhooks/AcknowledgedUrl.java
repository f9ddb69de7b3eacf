package dev.offramp.webhooks;

import dev.offramp.tenancy.Tenant;

/// A URL that has answered the probe of a tenant. [Webhooks#probe] alone makes one, and an endpoint is saved from
/// nothing else.
public final class AcknowledgedUrl {

    private final Tenant tenant;
    private final String url;

    AcknowledgedUrl(Tenant tenant, String url) {
        this.tenant = tenant;
        this.url = url;
    }

    public Tenant tenant() {
        return tenant;
    }

    public String url() {
        return url;
    }
}
