package dev.offramp.acceptance.program;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the program's own description promises, held against what really goes over the wire: every answer that a test
/// gets, every delivery that it receives, every request that was taken.
public final class Contract {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Contract CURRENT =
            new Contract(read(Program.repository().resolve("server/src/test/resources/golden/openapi.json")));

    private final JsonNode document;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private Contract(JsonNode document) {
        this.document = document;
    }

    /// The description in the repository, which the program's is compared with.
    public static Contract current() {
        return CURRENT;
    }

    /// A request as it was sent.
    ///
    /// @param path with its query, without `/v1`
    /// @param body empty when there was none
    public record Asked(String method, String path, String body) {

        String plainPath() {
            return path.split("\\?", 2)[0];
        }

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    /// @param headers names in any case
    public record Answered(int status, Map<String, String> headers, String body) {

        Optional<String> header(String name) {
            Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            anyCase.putAll(headers);
            return Optional.ofNullable(anyCase.get(name));
        }

        @Override
        public String toString() {
            return status + " " + headers + " " + body;
        }
    }

    public JsonNode document() {
        return document;
    }

    /// @throws AssertionError when the answer is none of those described, or the request was taken and is none
    public void check(Asked asked, Answered answered) {
        Optional<JsonNode> operation = operation(asked);
        JsonNode response = operation
                .map(found -> found.get("responses").path(String.valueOf(answered.status())))
                .orElseGet(() -> document.at("/components/responses/UnknownRoute"));
        if (response.isMissingNode()) {
            throw new AssertionError("not a described status: " + asked + " -> " + answered);
        }
        checkAnswer(asked, resolved(response), answered);
        if (answered.status() == 200 && operation.isPresent()) {
            RequestRules.check(asked, operation.get(), this);
        }
    }

    /// @throws AssertionError when no such event is described with such a body
    public void checkDelivery(JsonNode body) {
        String event = body.path("event").asString(RequestRules.PROBE);
        JsonNode schema = document.path("webhooks")
                .path(event)
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        validate(schema, body, "delivery " + body);
    }

    /// @param part a status, or `body` for that of the request
    /// @throws AssertionError when nothing of the kind is described as `value` is
    public void checkExample(String operationId, String part, JsonNode value) {
        JsonNode operation = document.get("paths").values().stream()
                .flatMap(path -> path.values().stream())
                .filter(found -> found.path("operationId").asString("").equals(operationId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operation " + operationId));
        JsonNode holder = part.equals("body")
                ? operation.path("requestBody")
                : resolved(operation.path("responses").path(part));
        validate(holder.path("content").path("application/json").path("schema"), value, operationId + " " + part);
    }

    /// The operation that a request is for.
    public Optional<JsonNode> operation(Asked asked) {
        String method = asked.method().equals("HEAD") ? "get" : asked.method().toLowerCase();
        return PathTemplates.best(document.get("paths").propertyNames(), asked.plainPath())
                .map(template -> document.get("paths").get(template).path(method))
                .filter(JsonNode::isObject);
    }

    private void checkAnswer(Asked asked, JsonNode response, Answered answered) {
        String exchange = asked + " -> " + answered;
        for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
            boolean isRequired = resolved(header.getValue()).path("required").asBoolean(false);
            if (isRequired && answered.header(header.getKey()).isEmpty()) {
                throw new AssertionError("without " + header.getKey() + ": " + exchange);
            }
        }
        String type = answered.header("Content-Type").orElse("").split(";")[0];
        JsonNode content = response.path("content").path(type);
        if (content.isMissingNode()) {
            throw new AssertionError("not a described media type: " + exchange);
        }
        if (type.equals("application/json") && !asked.method().equals("HEAD")) {
            validate(content.get("schema"), JSON.readTree(answered.body()), exchange);
        }
    }

    void validate(JsonNode schema, JsonNode value, String what) {
        if (schema.isMissingNode()) {
            throw new AssertionError("nothing is described for: " + what);
        }
        List<com.networknt.schema.Error> errors =
                schemas.computeIfAbsent(schema, this::compile).validate(value);
        if (!errors.isEmpty()) {
            throw new AssertionError(errors + " in " + what);
        }
    }

    /// With the components its pointers lead to.
    private Schema compile(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.get("components"));
        return REGISTRY.getSchema(whole);
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    public static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
