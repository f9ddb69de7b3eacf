package dev.offramp.client.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// One member of an object, or one parameter.
///
/// @param isNullable whether it may be there and be null
/// @param oneOf all that its text may be; empty where that is open
record Property(
        String name, Type type, boolean isRequired, boolean isNullable, List<String> oneOf, String description) {

    static List<Property> allOf(JsonNode object) {
        Set<String> required =
                object.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        List<Property> all = new ArrayList<>();
        object.path("properties")
                .properties()
                .forEach(member -> all.add(of(member.getKey(), member.getValue(), required.contains(member.getKey()))));
        return all;
    }

    static Property of(String name, JsonNode schema, boolean isRequired) {
        return new Property(
                name,
                Type.of(schema),
                isRequired,
                schema.path("type").isArray(),
                schema.path("enum").valueStream().map(JsonNode::asString).toList(),
                schema.path("description").asString(""));
    }

    /// Whether it is always there and never null.
    boolean isCertain() {
        return isRequired && !isNullable;
    }
}
