package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.tenancy.Environment;
import dev.offramp.webhooks.WebhookClient.Answer;
import dev.offramp.webhooks.WebhookClient.Call;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks a URL whether it is a webhook receiver before it is saved. Neither logged nor retried.
///
/// Receivers in the field were written against two forms: one that names the event and carries the secret, and an
/// older one with an empty object and no secret. A 200 to either will do.
final class Probe {

    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.US_ASCII);
    private static final int ACKNOWLEDGED = 200;

    private final WebhookClient client;
    private final InstantSource clock;
    private final ObjectIds ids;

    Probe(WebhookClient client, InstantSource clock, ObjectIds ids) {
        this.client = client;
        this.clock = clock;
        this.ids = ids;
    }

    /// Why the URL is not acknowledged; empty when it is.
    Optional<String> refusal(Environment environment, String url, Secrets.Valid secrets) {
        Answer named = client.send(named(environment, url, secrets, Sender.LIMIT));
        if (acknowledges(named)) {
            return Optional.empty();
        }
        Answer plain =
                client.send(new Call(environment, URI.create(url), DeliveryHeaders.plain(), EMPTY, Sender.LIMIT));
        return acknowledges(plain) ? Optional.empty() : Optional.of(describe(named));
    }

    /// [#refusal] by the form of today alone, for receivers that were written after it.
    Optional<String> refusalOfNamed(Environment environment, String url, Secrets.Valid secrets, Duration limit) {
        Answer named = client.send(named(environment, url, secrets, limit));
        return acknowledges(named) ? Optional.empty() : Optional.of(describe(named));
    }

    private Call named(Environment environment, String url, Secrets.Valid secrets, Duration limit) {
        ObjectId eventId = ids.next();
        byte[] body = """
                {"event":"webhook.verification","eventId":"%s"}""".formatted(eventId).getBytes(StandardCharsets.US_ASCII);
        List<Map.Entry<String, String>> headers =
                DeliveryHeaders.of(secrets, eventId, clock.instant(), body, Optional.empty());
        return new Call(environment, URI.create(url), headers, body, limit);
    }

    private static boolean acknowledges(Answer answer) {
        return answer.has(ACKNOWLEDGED);
    }

    private static String describe(Answer answer) {
        return switch (answer) {
            case Answer.Responded responded -> "receiver answered " + responded.status();
            case Answer.Unanswered unanswered -> unanswered.why();
        };
    }
}
