package dev.offramp.webhooks;

import dev.offramp.traces.TraceParent;
import dev.offramp.webhooks.DeliveryRecord.Attempt;
import dev.offramp.webhooks.DeliveryRecord.Result;
import dev.offramp.webhooks.WebhookClient.Answer;
import dev.offramp.webhooks.WebhookClient.Call;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one attempt: signs the stored bytes and POSTs them.
final class Sender {

    /// For one attempt in total, however slowly the receiver answers.
    static final Duration LIMIT = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final WebhookClient client;
    private final InstantSource clock;
    private final DeliverySpans spans;

    Sender(WebhookClient client, InstantSource clock, DeliverySpans spans) {
        this.client = client;
        this.clock = clock;
        this.spans = spans;
    }

    /// An attempt and the answer it got.
    record Sent(Delivery delivery, Instant at, Answer answer) {

        boolean succeeded() {
            return answer instanceof Answer.Responded responded && responded.isSuccess();
        }

        Attempt attempt() {
            return new Attempt(
                    at,
                    switch (answer) {
                        case Answer.Responded responded -> new Result.Answered(responded.status(), responded.body());
                        case Answer.Unanswered unanswered -> new Result.Unanswered(unanswered.why());
                    });
        }
    }

    Sent send(Delivery delivery, Secrets.Valid secrets, Duration limit) {
        Instant at = clock.instant();
        Optional<TraceParent> place = spans.next(delivery);
        Answer answer = redacted(answer(delivery, secrets, at, limit, place), secrets);
        place.ifPresent(its -> tell(its, delivery, at, answer));
        return new Sent(delivery, at, answer);
    }

    /// The attempt was made: whatever goes wrong in telling of it, its result counts.
    private void tell(TraceParent place, Delivery delivery, Instant at, Answer answer) {
        try {
            spans.tell(place, delivery, at, clock.instant(), answer);
        } catch (RuntimeException bug) {
            LOG.error("an attempt was not traced", bug);
        }
    }

    /// A bug here or in the client costs this attempt alone.
    private Answer answer(
            Delivery delivery, Secrets.Valid secrets, Instant at, Duration limit, Optional<TraceParent> place) {
        try {
            return client.send(call(delivery, secrets, at, limit, place));
        } catch (RuntimeException bug) {
            LOG.error("calling a webhook endpoint failed", bug);
            return new Answer.Unanswered("delivery failed inside the server");
        }
    }

    private static Call call(
            Delivery delivery, Secrets.Valid secrets, Instant at, Duration limit, Optional<TraceParent> place) {
        List<Map.Entry<String, String>> headers = new ArrayList<>(
                DeliveryHeaders.of(secrets, delivery.eventId(), at, delivery.body(), delivery.requestId()));
        place.ifPresent(its -> headers.add(Map.entry(TraceParent.HEADER, its.toString())));
        return new Call(delivery.tenant().environment(), URI.create(delivery.url()), headers, delivery.body(), limit);
    }

    /// Some receivers echo what they were sent; the log must not show the secret.
    private static Answer redacted(Answer answer, Secrets.Valid secrets) {
        if (!(answer instanceof Answer.Responded(int status, String body, var retryAfter))) {
            return answer;
        }
        String clean = body;
        for (WebhookSecret secret : secrets.oldestFirst()) {
            clean = clean.replace(secret.value(), "***");
        }
        return new Answer.Responded(status, clean, retryAfter);
    }
}
