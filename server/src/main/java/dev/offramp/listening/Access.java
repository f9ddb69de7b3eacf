package dev.offramp.listening;

import dev.offramp.tenancy.Environment;
import dev.offramp.webhooks.WebhookSecret;

/// What a listener needs of a server. `toString` shows no secret.
///
/// @param baseUrl ends in `/v1`
/// @param webhookSecret what events are signed with when they are passed on
public record Access(
        String baseUrl, String appId, String appSecret, WebhookSecret webhookSecret, Environment environment) {

    @Override
    public String toString() {
        return appId + " at " + baseUrl;
    }
}
