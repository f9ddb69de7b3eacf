package dev.offramp.docs;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What the document says of the events.
final class EventTables {

    private final Map<String, JsonNode> byName = new LinkedHashMap<>();
    private final ApiSchemas schemas;

    EventTables(JsonNode document, ApiSchemas schemas) {
        this.schemas = schemas;
        document.get("webhooks")
                .properties()
                .forEach(event -> byName.put(event.getKey(), event.getValue().get("post")));
    }

    String list() {
        Table table = new Table("Event", "Sent when");
        byName.forEach((name, told) ->
                table.row(Table.code(name), told.get("description").asString()));
        return table.written();
    }

    /// A section for each, with an example and the keys.
    String schemas() {
        StringBuilder text = new StringBuilder();
        byName.forEach((name, told) -> text.append(section(name, told)));
        return text.toString().strip();
    }

    private String section(String name, JsonNode told) {
        JsonNode content = told.at("/requestBody/content/application~1json");
        JsonNode example = content.at("/examples/sent/value");
        StringBuilder text = new StringBuilder();
        text.append("### ").append(name).append("\n\n");
        text.append(told.get("description").asString()).append("\n\n");
        if (!example.isMissingNode()) {
            text.append("```json event ").append(name).append('\n');
            text.append(ApiSchemas.pretty(example)).append("\n```\n\n");
        }
        if (content.get("schema").has("allOf")) {
            text.append(schemas.fields(content.get("schema").get("allOf").get(0)))
                    .append('\n');
        }
        return text.toString();
    }
}
