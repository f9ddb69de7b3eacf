package dev.offramp.http.openapi;

import dev.offramp.http.Headers;
import java.util.List;

/// What all operations have in common: who asks, and the envelopes around what is answered.
final class SharedParts {

    private SharedParts() {}

    static Node securitySchemes() {
        return Node.of(Headers.APP_ID, apiKey(Headers.APP_ID, "The credential's public name."))
                .with(Headers.APP_SECRET, apiKey(Headers.APP_SECRET, "Its secret, shown once when it was made."));
    }

    private static Node apiKey(String header, String meaning) {
        return Node.of("type", "apiKey")
                .with("in", "header")
                .with("name", header)
                .with("description", meaning);
    }

    static Node parameters() {
        return Node.of(
                        "Environment",
                        header(Headers.ENVIRONMENT, true)
                                .with("description", "`development` and `sandbox` are the same.")
                                .with(
                                        "schema",
                                        Node.of("type", "string")
                                                .with("enum", List.of("development", "sandbox", "production"))))
                .with(
                        "IdempotencyKey",
                        header(Headers.IDEMPOTENCY_KEY, false)
                                .with(
                                        "description",
                                        "Under one key a request takes effect once; a repetition gets the first answer,"
                                                + " for seven days.")
                                .with(
                                        "schema",
                                        Node.of("type", "string")
                                                .with("minLength", 1)
                                                .with("maxLength", 255)));
    }

    private static Node header(String name, boolean isRequired) {
        return Node.of("name", name).with("in", "header").with("required", isRequired);
    }

    static Node envelopes() {
        Node nothing = Node.ref("schemas", Answers.NOTHING);
        return Node.of(Answers.NOTHING, object(List.of(), Node.empty()))
                .with(
                        Answers.SUCCESS,
                        Node.of("type", "object")
                                .with("required", List.of("message", "success", "data", "meta", "summary", "stats"))
                                .with(
                                        "properties",
                                        Node.of("message", text())
                                                .with("success", Node.of("const", true))
                                                .with("summary", nothing)
                                                .with("stats", nothing)))
                .with(Answers.ERROR, error(Node.of("type", "array").with("maxItems", 0)))
                .with(Answers.VALIDATION_ERROR, error(reasons()))
                .with(
                        Answers.SHORT_ERROR,
                        object(
                                List.of("success", "message"),
                                Node.of("success", Node.of("const", false)).with("message", text())));
    }

    /// @param errors what is wrong in detail
    private static Node error(Node errors) {
        Node nothing = Node.ref("schemas", Answers.NOTHING);
        return object(
                List.of("success", "message", "errors", "meta", "data"),
                Node.of("success", Node.of("const", false))
                        .with("message", text())
                        .with("errors", errors)
                        .with("meta", nothing)
                        .with("data", nothing));
    }

    private static Node reasons() {
        return Node.of("type", "object")
                .with("description", "By field; `body` for what is wrong with the body as a whole.")
                .with("minProperties", 1)
                .with(
                        "additionalProperties",
                        Node.of("type", "array").with("minItems", 1).with("items", text()));
    }

    private static Node object(List<String> required, Node properties) {
        return Node.of("type", "object")
                .withAny("required", required)
                .withAny("properties", properties)
                .with("additionalProperties", false);
    }

    private static Node text() {
        return Node.of("type", "string");
    }
}
