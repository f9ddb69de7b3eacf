package dev.offramp.client.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API as its OpenAPI document has it, as far as clients need it.
///
/// @param shapes the members of each object, by its name
/// @param events the shape of each event, by the event's name
record Description(List<Operation> operations, Map<String, List<Property>> shapes, Map<String, String> events) {

    static final Path DOCUMENT = Path.of("../server/src/test/resources/golden/openapi.json");

    /// What every answer is wrapped in; the clients take it off.
    private static final Set<String> ENVELOPE = Set.of("Nothing", "Success", "Error", "ValidationError", "ShortError");

    /// What every list takes; a table is nothing for a program.
    private static final Set<String> OF_LISTS =
            Set.of("page", "size", "sort", "filter", "search", "startDate", "endDate", "exports");

    static Description read() {
        try {
            JsonNode document = JsonMapper.shared().readTree(Files.readString(DOCUMENT));
            Map<String, List<Property>> shapes = new TreeMap<>();
            document.at("/components/schemas").properties().forEach(schema -> {
                if (!ENVELOPE.contains(schema.getKey())) {
                    shapes.put(schema.getKey(), Property.allOf(schema.getValue()));
                }
            });
            return new Description(operations(document.get("paths")), shapes, events(document.get("webhooks")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Operation> operations(JsonNode paths) {
        List<Operation> all = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("operationId"))
                        .forEach(method -> all.add(operation(path.getKey(), method.getKey(), method.getValue()))));
        return all;
    }

    private static Operation operation(String path, String method, JsonNode its) {
        return new Operation(
                its.get("operationId").asString(),
                its.get("summary").asString(),
                its.get("description").asString(),
                method.toUpperCase(),
                path,
                parameters(its, "path"),
                parameters(its, "query").stream()
                        .filter(parameter -> !OF_LISTS.contains(parameter.name()))
                        .toList(),
                Property.allOf(its.at("/requestBody/content/application~1json/schema")),
                answer(its.at("/responses/200/content/application~1json/schema/properties")));
    }

    private static List<Property> parameters(JsonNode its, String where) {
        return its.get("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString("").equals(where))
                .map(parameter -> Property.of(
                        parameter.get("name").asString(),
                        parameter.get("schema"),
                        parameter.path("required").asBoolean()))
                .toList();
    }

    private static Operation.Answer answer(JsonNode envelope) {
        boolean isPaged = envelope.at("/meta/$ref").asString("").endsWith("/Pages");
        return switch (Type.of(envelope.get("data"))) {
            case Type.Of(String shape) when shape.equals("Nothing") -> new Operation.Answer.Nothing();
            case Type.Many(Type item) when isPaged -> new Operation.Answer.Paged(item);
            case Type.Many(Type item) -> new Operation.Answer.All(item);
            case Type one -> new Operation.Answer.One(one);
        };
    }

    private static Map<String, String> events(JsonNode webhooks) {
        Map<String, String> events = new LinkedHashMap<>();
        webhooks.properties().forEach(event -> {
            JsonNode shape = event.getValue().at("/post/requestBody/content/application~1json/schema/allOf/0/$ref");
            if (!shape.isMissingNode()) {
                events.put(event.getKey(), shape.asString().replaceFirst(".*/", ""));
            }
        });
        return events;
    }

    /// The names under which exact numbers come. Clients that know no types while they read go by these, so no name may
    /// be an exact number here and a whole one, or text, there.
    Set<String> decimals() {
        Set<String> decimals = new TreeSet<>();
        Set<String> others = new HashSet<>();
        List<Property> all = new ArrayList<>();
        shapes.values().forEach(all::addAll);
        operations.forEach(operation -> all.addAll(operation.body()));
        for (Property property : all) {
            switch (property.type()) {
                case Type.Decimal _ -> decimals.add(property.name());
                case Type.Whole _, Type.Text _ -> others.add(property.name());
                default -> {}
            }
        }
        Set<String> both = new TreeSet<>(decimals);
        both.retainAll(others);
        if (!both.isEmpty()) {
            throw new IllegalStateException("exact here and not there: " + both);
        }
        return decimals;
    }
}
