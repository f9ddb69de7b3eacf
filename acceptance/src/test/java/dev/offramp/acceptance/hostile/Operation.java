package dev.offramp.acceptance.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One operation as the description has it.
///
/// @param path its template, without `/v1`
/// @param query the names of what its query may carry
/// @param body the schema of its body, if it takes one
record Operation(String method, String path, List<Parameter> query, Optional<JsonNode> body) {

    /// @param schema what a value may be
    record Parameter(String name, JsonNode schema) {}

    static List<Operation> all(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                operations.add(read(operation.getKey(), path.getKey(), operation.getValue()))));
        return operations;
    }

    private static Operation read(String method, String path, JsonNode operation) {
        List<Parameter> query = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asString("").equals("query")) {
                query.add(new Parameter(parameter.get("name").asString(), parameter.get("schema")));
            }
        }
        JsonNode body = operation.at("/requestBody/content/application~1json/schema");
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                query,
                body.isMissingNode() ? Optional.empty() : Optional.of(body));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
