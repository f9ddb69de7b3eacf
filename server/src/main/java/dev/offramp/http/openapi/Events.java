package dev.offramp.http.openapi;

import dev.offramp.wire.webhook.EventType;
import java.util.List;

/// What is sent to receivers.
final class Events {

    /// Asks a URL whether it is a receiver, before it is saved.
    private static final String PROBE = "webhook.verification";

    private static final List<Node> HEADERS = List.of(
            header("x-webhook-secret", "The webhook secret itself."),
            header("webhook-id", "The event's id, the same on every attempt and resend."),
            header("webhook-timestamp", "When this attempt was signed, in Unix seconds."),
            header(
                    "webhook-signature",
                    "`v1,` and the HMAC-SHA-256 of id, timestamp and body, parted by dots, in Base64; while a secret is"
                            + " replaced two of them, parted by a blank (Standard Webhooks)."));

    private Events() {}

    /// @param records get the schemas of the bodies
    static Node all(RecordSchemas records) {
        Node events = Node.empty();
        for (EventType event : EventType.values()) {
            events.with(event.code(), told(event.code(), event.meaning(), body(event, records), HEADERS));
        }
        return events.with(
                PROBE,
                told(
                        PROBE,
                        "Is this URL a receiver? Asked before it is saved; if the answer is not 200, asked once more with"
                                + " the body `{}` and without the secret. Either 200 saves it. Not logged, not repeated.",
                        Node.of("anyOf", List.of(probe(), Node.ref("schemas", Answers.NOTHING))),
                        List.of()));
    }

    private static Node body(EventType event, RecordSchemas records) {
        Node fixed = Node.of("event", Node.of("const", event.code()));
        boolean hasStatus = RecordSchemas.members(event.shape()).contains("status");
        if (hasStatus) {
            fixed.with("status", Node.of("const", event.status()));
        }
        return Node.of("allOf", List.of(records.ref(event.shape()))).with("properties", fixed);
    }

    private static Node probe() {
        return Node.of("type", "object")
                .with("required", List.of("event", "eventId"))
                .with(
                        "properties",
                        Node.of("event", Node.of("const", PROBE)).with("eventId", Node.of("type", "string")))
                .with("additionalProperties", false);
    }

    private static Node told(String name, String meaning, Node schema, List<Node> headers) {
        Node content = Node.of("schema", schema);
        Exchanges.event(name)
                .flatMap(found -> found.sent()
                        .map(body -> Node.of("summary", found.title()).with("value", body)))
                .ifPresent(example -> content.with("examples", Node.of("sent", example)));
        return Node.of(
                "post",
                Node.of("operationId", "receive." + name)
                        .with("summary", name)
                        .with("description", meaning)
                        .with("tags", List.of(Tag.WEBHOOK.title()))
                        .with("security", List.of())
                        .withAny("parameters", headers)
                        .with(
                                "requestBody",
                                Node.of("required", true).with("content", Node.of("application/json", content)))
                        .with("responses", responses()));
    }

    private static Node responses() {
        return Node.of("2XX", Node.of("description", "It was received."))
                .with("410", Node.of("description", "The receiver is gone: nothing more is sent to it."))
                .with(
                        "default",
                        Node.of(
                                "description",
                                "It was not received, as no answer within 15 seconds: sent again for three days, later"
                                        + " and later. `Retry-After` is heeded."));
    }

    private static Node header(String name, String meaning) {
        return Node.of("name", name)
                .with("in", "header")
                .with("required", true)
                .with("description", meaning)
                .with("schema", Node.of("type", "string"));
    }
}
