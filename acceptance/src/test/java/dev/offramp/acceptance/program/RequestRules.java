package dev.offramp.acceptance.program;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Whether a request that was taken is one that is described. What the description says in words is done first: absent
/// values are taken out, and codes are written as they are in it.
final class RequestRules {

    static final String PROBE = "webhook.verification";

    private RequestRules() {}

    static void check(Contract.Asked asked, JsonNode operation, Contract contract) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        if (schema.isObject()) {
            String json = asked.body().isBlank() ? "{}" : asked.body();
            contract.validate(schema, normal(Contract.parse(json), schema), "taken: " + asked);
        }
        Map<String, String> query = query(asked.path());
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString("");
            if (parameter.path("in").asString("").equals("query") && query.containsKey(name)) {
                contract.validate(
                        parameter.get("schema"), typed(query.get(name), parameter.get("schema")), "taken: " + asked);
            }
        }
    }

    private static JsonNode normal(JsonNode body, JsonNode schema) {
        ObjectNode normal = (ObjectNode) body;
        List<String> absent = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : normal.properties()) {
            JsonNode value = member.getValue();
            if (value.isNull() || value.isString() && value.asString().isEmpty()) {
                absent.add(member.getKey());
            } else {
                member.setValue(spelled(value, schema.path("properties").path(member.getKey())));
            }
        }
        absent.forEach(normal::remove);
        return normal;
    }

    /// A code in any case, as the description has it.
    private static JsonNode spelled(JsonNode value, JsonNode schema) {
        for (JsonNode option : schema.path("enum")) {
            if (value.isString() && option.asString().equalsIgnoreCase(value.asString())) {
                return option;
            }
        }
        return value;
    }

    private static JsonNode typed(String text, JsonNode schema) {
        return switch (schema.path("type").asString("")) {
            case "integer", "boolean" -> Contract.parse(text.toLowerCase());
            default -> spelled(StringNode.valueOf(text), schema);
        };
    }

    private static Map<String, String> query(String path) {
        Map<String, String> values = new TreeMap<>();
        int mark = path.indexOf('?');
        for (String pair : mark < 0 ? new String[0] : path.substring(mark + 1).split("&")) {
            String[] parts = pair.split("=", 2);
            String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            if (!value.isEmpty() && !value.equals("undefined") && !value.equals("null")) {
                values.putIfAbsent(parts[0], value);
            }
        }
        return values;
    }
}
