package dev.offramp.docs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Says in words what the schemas of the document say.
final class ApiSchemas {

    /// Deeper than this a table says only that there is an object.
    private static final int DEPTH_MAX = 3;

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String COMPONENTS = "#/components/";

    private final JsonNode document;

    ApiSchemas(JsonNode document) {
        this.document = document;
    }

    /// On several lines.
    static String pretty(JsonNode value) {
        return PRETTY.writeValueAsString(value);
    }

    /// What a reference leads to; what is none, itself.
    JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = component(found.get("$ref").asString());
        }
        return found;
    }

    private JsonNode component(String reference) {
        if (!reference.startsWith(COMPONENTS)) {
            throw new IllegalStateException("leads out of the document: " + reference);
        }
        return document.at(reference.substring(1));
    }

    /// A row for each field, those of objects inside with their path: `data[].bank.accountName`.
    String fields(JsonNode schema) {
        Table table = new Table("Field", "Type", "Meaning");
        rows("", schema, table, 0);
        return table.written();
    }

    private void rows(String prefix, JsonNode node, Table table, int depth) {
        JsonNode schema = resolved(node);
        for (JsonNode part : listed(schema, "allOf")) {
            rows(prefix, part, table, depth);
        }
        List<String> required = texts(schema, "required");
        for (Map.Entry<String, JsonNode> field : properties(schema)) {
            String name = prefix + field.getKey();
            JsonNode type = resolved(field.getValue());
            table.row(
                    Table.code(name),
                    type(type) + (required.contains(field.getKey()) ? "" : ", may be left out"),
                    meaning(field.getValue()));
            below(name, type, table, depth);
        }
    }

    private void below(String name, JsonNode type, Table table, int depth) {
        if (depth >= DEPTH_MAX) {
            return;
        }
        JsonNode items = type.has("items") ? resolved(type.get("items")) : type;
        String prefix = type.has("items") ? name + "[]." : name + ".";
        rows(prefix, items, table, depth + 1);
    }

    private static Iterable<Map.Entry<String, JsonNode>> properties(JsonNode schema) {
        return schema.has("properties") ? schema.get("properties").properties() : List.of();
    }

    private static Iterable<JsonNode> listed(JsonNode schema, String name) {
        return schema.has(name) && schema.get(name).isArray() ? schema.get(name) : List.of();
    }

    static List<String> texts(JsonNode schema, String name) {
        return StreamSupport.stream(listed(schema, name).spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /// In a few words: `string`, `list of Trade`, `"pending" or "completed"`.
    String type(JsonNode node) {
        JsonNode schema = resolved(node);
        if (schema.has("const")) {
            return Table.code(schema.get("const").toString());
        }
        if (schema.has("enum")) {
            return StreamSupport.stream(schema.get("enum").spliterator(), false)
                    .map(value -> Table.code(value.toString()))
                    .collect(Collectors.joining(", "));
        }
        if (schema.has("anyOf")) {
            return StreamSupport.stream(schema.get("anyOf").spliterator(), false)
                    .map(this::type)
                    .collect(Collectors.joining(" or "));
        }
        if (schema.has("items")) {
            return "list of " + type(schema.get("items"));
        }
        JsonNode type = schema.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(" or "))
                : type.asString(schema.has("properties") || schema.has("allOf") ? "object" : "any");
    }

    /// What it means, and what it may be.
    String meaning(JsonNode node) {
        JsonNode schema = resolved(node);
        List<String> words = new ArrayList<>();
        text(node, "description").or(() -> text(schema, "description")).ifPresent(words::add);
        range(schema).ifPresent(words::add);
        length(schema).ifPresent(words::add);
        text(schema, "format").ifPresent(format -> words.add("Format: " + format + "."));
        return String.join(" ", words);
    }

    private static Optional<String> range(JsonNode schema) {
        Optional<String> least = number(schema, "minimum")
                .map(value -> "at least " + value)
                .or(() -> number(schema, "exclusiveMinimum").map(value -> "more than " + value));
        Optional<String> most = number(schema, "maximum").map(value -> "at most " + value);
        return sentence(least, most);
    }

    private static Optional<String> length(JsonNode schema) {
        Optional<String> most = number(schema, "maxLength").map(value -> "at most " + value + " characters");
        return sentence(Optional.empty(), most);
    }

    private static Optional<String> sentence(Optional<String> first, Optional<String> second) {
        String words = Stream.of(first, second).flatMap(Optional::stream).collect(Collectors.joining(", "));
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
    }

    private static Optional<String> number(JsonNode schema, String name) {
        return schema.has(name)
                ? Optional.of(new BigDecimal(schema.get(name).asString()).toPlainString())
                : Optional.empty();
    }

    static Optional<String> text(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.get(name).asString()) : Optional.empty();
    }
}
