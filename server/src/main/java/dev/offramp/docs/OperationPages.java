package dev.offramp.docs;

import dev.offramp.docs.ApiBook.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Writes the page of each operation.
final class OperationPages {

    private static final String SUCCESS = "200";

    private final JsonNode document;
    private final ApiSchemas schemas;

    OperationPages(JsonNode document, ApiSchemas schemas) {
        this.document = document;
        this.schemas = schemas;
    }

    DocPage page(Operation operation) {
        JsonNode told = told(operation);
        StringBuilder text = new StringBuilder();
        text.append("# ").append(operation.summary()).append("\n\n");
        text.append(sentence(operation)).append("\n\n");
        ApiSchemas.text(told, "description")
                .ifPresent(description -> text.append(description).append("\n\n"));
        text.append("## Request\n\n").append(request(operation, told)).append('\n');
        text.append(parameters(told));
        body(told)
                .ifPresent(body -> text.append("### Body\n\n")
                        .append(schemas.fields(body.get("schema")))
                        .append('\n'));
        text.append("## Answer\n\n").append(answer(operation, told));
        text.append("## Errors\n\n").append(errors(told));
        return DocPage.of(operation.page(), text.toString());
    }

    private static String sentence(Operation operation) {
        return Table.code(operation.written()) + ". Needs the scope " + Table.code(operation.scope()) + "."
                + operation
                        .perMinute()
                        .map(most -> " At most " + most + " requests in a clock minute.")
                        .orElse("");
    }

    private JsonNode told(Operation operation) {
        return document.get("paths")
                .get(operation.path())
                .get(operation.method().toLowerCase(Locale.ROOT));
    }

    private static Optional<JsonNode> body(JsonNode told) {
        return told.has("requestBody")
                ? Optional.of(told.get("requestBody").get("content").get("application/json"))
                : Optional.empty();
    }

    private String request(Operation operation, JsonNode told) {
        StringBuilder curl = new StringBuilder("```sh\ncurl");
        if (!operation.method().equals("GET")) {
            curl.append(" -X ").append(operation.method());
        }
        curl.append(" \"$BASE_URL").append(operation.path()).append("\" \\\n");
        curl.append("  -H \"x-app-id: $APP_ID\" -H \"x-app-secret: $APP_SECRET\" -H 'X-Breet-Env: development'");
        example(told)
                .ifPresent(body -> curl.append(" \\\n  -H 'Content-Type: application/json' \\\n  -d '")
                        .append(body.replace("'", "'\\''"))
                        .append('\''));
        return curl.append("\n```\n").toString();
    }

    /// A body that was really sent, on several lines.
    private static Optional<String> example(JsonNode told) {
        return body(told)
                .map(body -> body.at("/examples/ok/value"))
                .filter(value -> !value.isMissingNode())
                .map(ApiSchemas::pretty);
    }

    private String parameters(JsonNode told) {
        Table table = new Table("Parameter", "In", "Type", "Meaning");
        boolean hasAny = false;
        for (JsonNode listed : told.path("parameters")) {
            JsonNode parameter = schemas.resolved(listed);
            hasAny = true;
            table.row(
                    Table.code(parameter.get("name").asString()),
                    parameter.get("in").asString() + (parameter.path("required").asBoolean(false) ? ", required" : ""),
                    schemas.type(parameter.get("schema")),
                    meaning(parameter));
        }
        return hasAny ? "### Parameters\n\n" + table.written() + "\n" : "";
    }

    private String meaning(JsonNode parameter) {
        String own = ApiSchemas.text(parameter, "description").orElse("");
        return (own + " " + schemas.meaning(parameter.get("schema"))).strip();
    }

    private String answer(Operation operation, JsonNode told) {
        JsonNode content = schemas.resolved(told.get("responses").get(SUCCESS))
                .get("content")
                .get("application/json");
        StringBuilder text = new StringBuilder();
        JsonNode example = content.at("/examples/ok/value");
        if (!example.isMissingNode()) {
            text.append("```json ")
                    .append(operation.id())
                    .append('\n')
                    .append(ApiSchemas.pretty(example))
                    .append("\n```\n\n");
        }
        JsonNode envelope = schemas.resolved(content.get("schema"));
        JsonNode data = schemas.resolved(envelope.at("/properties/data"));
        JsonNode described = data.has("items") ? data.get("items") : data;
        if (hasFields(schemas.resolved(described))) {
            text.append(data.has("items") ? "Each entry of `data`:\n\n" : "`data`:\n\n");
            text.append(schemas.fields(described)).append('\n');
        }
        return text.toString();
    }

    private static boolean hasFields(JsonNode schema) {
        return schema.has("properties") || schema.has("allOf");
    }

    private String errors(JsonNode told) {
        Table table = new Table("Status", "Message");
        for (Map.Entry<String, JsonNode> response : told.get("responses").properties()) {
            if (!response.getKey().equals(SUCCESS)) {
                messages(schemas.resolved(response.getValue()))
                        .forEach(message -> table.row(response.getKey(), Table.code(message)));
            }
        }
        return table.written() + "\nWhat each means and what helps: [Errors](/docs/errors).\n";
    }

    private List<String> messages(JsonNode response) {
        JsonNode content = response.at("/content/application~1json");
        List<String> messages = new ArrayList<>();
        for (Map.Entry<String, JsonNode> example : content.path("examples").properties()) {
            messages.add(schemas.resolved(example.getValue())
                    .get("value")
                    .get("message")
                    .asString());
        }
        if (messages.isEmpty()) {
            JsonNode message = content.at("/schema/properties/message");
            messages.addAll(
                    message.has("const")
                            ? List.of(message.get("const").asString())
                            : ApiSchemas.texts(message, "enum"));
        }
        return messages.stream().distinct().toList();
    }

    Trial trial(Operation operation) {
        JsonNode told = told(operation);
        List<Trial.Parameter> parameters = new ArrayList<>();
        for (JsonNode listed : told.path("parameters")) {
            JsonNode parameter = schemas.resolved(listed);
            String place = parameter.get("in").asString();
            if (!place.equals("header")) {
                parameters.add(new Trial.Parameter(
                        parameter.get("name").asString(),
                        place,
                        meaning(parameter),
                        parameter.path("required").asBoolean(false)));
            }
        }
        return new Trial(
                operation.method(), operation.path(), parameters, example(told).orElse(""));
    }
}
