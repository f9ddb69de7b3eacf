package dev.offramp.webhooks;

import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.traces.Span;
import dev.offramp.traces.SpanId;
import dev.offramp.traces.TraceId;
import dev.offramp.traces.TraceParent;
import dev.offramp.traces.Traces;
import dev.offramp.webhooks.WebhookClient.Answer;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Tells of attempts as spans, in the trace of what their event belongs to. Nothing of a URL is told but its host: some
/// receivers are found by a secret path.
final class DeliverySpans {

    private final Traces traces;
    private final ObjectIds ids;

    DeliverySpans(Traces traces, ObjectIds ids) {
        this.traces = traces;
        this.ids = ids;
    }

    /// Where the next attempt will stand, for the receiver to go on from; empty where nobody wants spans.
    Optional<TraceParent> next(Delivery delivery) {
        return traces.isOn()
                ? Optional.of(new TraceParent(TraceId.of(origin(delivery)), SpanId.of(ids.next()), true))
                : Optional.empty();
    }

    /// Test events are about nothing, each is a story of its own.
    private static ObjectId origin(Delivery delivery) {
        return isTest(delivery) ? delivery.eventId() : delivery.origin();
    }

    private static boolean isTest(Delivery delivery) {
        return delivery.reference().equals(Announcement.TEST);
    }

    void tell(TraceParent place, Delivery delivery, Instant from, Instant to, Answer answer) {
        traces.tell(new Span(
                place.trace(),
                place.span(),
                isTest(delivery) ? Optional.empty() : Optional.of(SpanId.of(delivery.reference())),
                Span.Kind.CLIENT,
                "webhook",
                from,
                to,
                status(answer),
                failed(answer),
                attributes(delivery)));
    }

    private static OptionalInt status(Answer answer) {
        return answer instanceof Answer.Responded responded ? OptionalInt.of(responded.status()) : OptionalInt.empty();
    }

    private static Optional<String> failed(Answer answer) {
        return switch (answer) {
            case Answer.Responded responded ->
                responded.isSuccess() ? Optional.empty() : Optional.of("answered " + responded.status());
            case Answer.Unanswered(String why) -> Optional.of(why);
        };
    }

    private static Map<String, String> attributes(Delivery delivery) {
        Map<String, String> attributes = new HashMap<>(Map.of(
                "http.request.method",
                "POST",
                "offramp.environment",
                delivery.tenant().environment().code(),
                "offramp.integration",
                delivery.tenant().integration().toString(),
                "offramp.event",
                delivery.eventType().value(),
                "offramp.event.id",
                delivery.eventId().value(),
                "offramp.delivery",
                delivery.record().toString()));
        Optional.ofNullable(URI.create(delivery.url()).getHost())
                .ifPresent(host -> attributes.put("server.address", host));
        delivery.requestId().ifPresent(id -> attributes.put("offramp.request.id", id));
        return attributes;
    }
}
