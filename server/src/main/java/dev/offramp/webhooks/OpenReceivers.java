package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Environment;
import dev.offramp.webhooks.WebhookClient.Answer;
import dev.offramp.webhooks.WebhookClient.Call;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Receivers that belong to no tenant: anybody may name one. They are judged as those of production are, whatever the
/// installation is used for, so that nobody can have this machine call itself or its neighbours; and what they get is
/// signed in the same way, under a secret of their own.
public final class OpenReceivers {

    /// Whoever named the URL waits for it.
    static final Duration PROBE_LIMIT = Duration.ofMillis(2_500);

    private static final Environment JUDGED_AS = Environment.PRODUCTION;

    private final WebhookClient client;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final UrlRules rules;
    private final Probe probe;

    OpenReceivers(WebhookClient client, InstantSource clock, RandomGenerator random, UrlRules rules, Probe probe) {
        this.client = client;
        this.clock = clock;
        this.random = random;
        this.rules = rules;
        this.probe = probe;
    }

    /// A new secret.
    public WebhookSecret secret() {
        return WebhookSecret.make(random);
    }

    /// Why a URL cannot be a receiver: it is no good, or does not answer the probe with 200. Calls it: never within a
    /// transaction. Empty when it is one.
    public Optional<String> refusal(String url, WebhookSecret secret) {
        return rules.refusal(JUDGED_AS, url).or(() -> probe.refusalOfNamed(JUDGED_AS, url, valid(secret), PROBE_LIMIT));
    }

    /// Sends once. Calls the receiver: never within a transaction.
    ///
    /// @param eventId the same at every try
    public Answer send(String url, WebhookSecret secret, ObjectId eventId, byte[] body) {
        List<Map.Entry<String, String>> headers =
                DeliveryHeaders.of(secret, eventId, clock.instant(), body, Optional.empty());
        return client.send(new Call(JUDGED_AS, URI.create(url), headers, body, Sender.LIMIT));
    }

    private static Secrets.Valid valid(WebhookSecret secret) {
        return new Secrets.Valid(List.of(secret));
    }
}
