package dev.offramp.bulletins;

import dev.offramp.webhooks.WebhookSecret;

/// Somebody who is told of incidents.
sealed interface Subscriber {

    SubscriberId id();

    record ByMail(SubscriberId id, String address) implements Subscriber {}

    record ByWebhook(SubscriberId id, String url, WebhookSecret secret) implements Subscriber {}
}
