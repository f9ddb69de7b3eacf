package dev.offramp.client.generate;

import tools.jackson.databind.JsonNode;

/// What a value is.
sealed interface Type {

    record Text() implements Type {}

    record Time() implements Type {}

    record Flag() implements Type {}

    /// Fits into 32 bits, or only into 64.
    record Whole(boolean isLong) implements Type {}

    /// An exact number, which may come as text.
    record Decimal() implements Type {}

    /// An object that has another form each time.
    record Anything() implements Type {}

    /// One of the described shapes.
    record Of(String shape) implements Type {}

    record Many(Type item) implements Type {}

    record ByName(Type value) implements Type {}

    static Type of(JsonNode schema) {
        if (schema.has("$ref")) {
            return new Of(schema.get("$ref").asString().replaceFirst(".*/", ""));
        }
        JsonNode type = schema.get("type");
        String name = type.isArray() ? type.get(0).asString() : type.asString();
        return switch (name) {
            case "string" -> text(schema);
            case "boolean" -> new Flag();
            case "integer" -> new Whole(schema.path("format").asString("").equals("int64"));
            case "number" -> new Decimal();
            case "array" -> new Many(of(schema.get("items")));
            case "object" ->
                schema.has("additionalProperties")
                                && schema.get("additionalProperties").isObject()
                        ? new ByName(of(schema.get("additionalProperties")))
                        : new Anything();
            default -> throw new IllegalArgumentException("no client knows the type " + name);
        };
    }

    private static Type text(JsonNode schema) {
        if (schema.path("format").asString("").equals("date-time")) {
            return new Time();
        }
        return schema.path("pattern").asString("").startsWith("^-?[0-9]+(") ? new Decimal() : new Text();
    }
}
