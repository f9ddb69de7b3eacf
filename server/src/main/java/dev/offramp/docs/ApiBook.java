package dev.offramp.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API as its own description tells it: a page for every operation, and the tables that other pages have of it.
public final class ApiBook {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<Operation> operations;
    private final OperationPages pages;
    private final EventTables events;

    private ApiBook(JsonNode document) {
        ApiSchemas schemas = new ApiSchemas(document);
        this.operations = operations(document);
        this.pages = new OperationPages(document, schemas);
        this.events = new EventTables(document, schemas);
    }

    static ApiBook of(byte[] document) {
        return new ApiBook(MAPPER.readTree(document));
    }

    /// Something that can be asked for.
    ///
    /// @param id unlike any other's
    /// @param path below `/v1`
    /// @param tag what it is about
    /// @param scope what a credential needs
    /// @param perMinute how often an integration may ask in a clock minute; empty: as often as it likes
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            String tag,
            String scope,
            Optional<Integer> perMinute) {

        /// The page about it, below `/docs/`.
        public String page() {
            return Contents.REFERENCE + "/" + id;
        }

        String written() {
            return method + " /v1" + path;
        }
    }

    private static List<Operation> operations(JsonNode document) {
        List<Operation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                all.add(operation(path.getKey(), method.getKey(), method.getValue()));
            }
        }
        return all;
    }

    private static Operation operation(String path, String method, JsonNode told) {
        return new Operation(
                told.get("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                path,
                told.get("summary").asString(),
                told.get("tags").get(0).asString(),
                told.get("x-scope").asString(),
                Optional.ofNullable(told.get("x-rate-limit"))
                        .map(limit -> limit.get("requests").asInt()));
    }

    /// In the order of the document.
    public List<Operation> operations() {
        return operations;
    }

    /// By its id, or by what it is: `GET /trades/assets`, with `/v1` or without.
    public Optional<Operation> find(String wanted) {
        String plain = wanted.strip().replace("/v1/", "/").replaceAll("\\s+", " ");
        return operations.stream()
                .filter(operation -> operation.id().equalsIgnoreCase(plain)
                        || (operation.method() + " " + operation.path()).equalsIgnoreCase(plain))
                .findFirst();
    }

    /// One for each operation, after the one that lists them.
    List<DocPage> pages() {
        List<DocPage> all = new ArrayList<>();
        all.add(DocPage.of(Contents.REFERENCE, """
                # API reference

                Every operation of this server, read off the description that it serves at [/openapi.json](/openapi.json).

                """ + endpoints() + """

                Every request carries `x-app-id`, `x-app-secret` and `X-Breet-Env`:
                see [Authentication](/docs/authentication). Generators and clients take
                [/openapi.json](/openapi.json) (OpenAPI 3.1).
                """));
        operations.forEach(operation -> all.add(pages.page(operation)));
        return all;
    }

    /// What a form on its page needs to try an operation.
    Optional<Trial> trial(String page) {
        return operations.stream()
                .filter(operation -> operation.page().equals(page))
                .findFirst()
                .map(pages::trial);
    }

    /// The live parts that are read off the document.
    Map<String, String> parts() {
        return Map.of(
                "endpoints", endpoints(),
                "limits", limits(),
                "events", events.list(),
                "event-schemas", events.schemas());
    }

    private String endpoints() {
        Table table = new Table("Operation", "Request", "About", "Scope");
        operations.forEach(operation -> table.row(
                link(operation), Table.code(operation.written()), operation.tag(), Table.code(operation.scope())));
        return table.written();
    }

    private String limits() {
        Table table = new Table("Operation", "Request", "In a clock minute");
        operations.stream()
                .filter(operation -> operation.perMinute().isPresent())
                .forEach(operation -> table.row(
                        link(operation),
                        Table.code(operation.written()),
                        String.valueOf(operation.perMinute().get())));
        return table.written();
    }

    private static String link(Operation operation) {
        return "[" + operation.summary() + "](" + DocPage.ROOT + "/" + operation.page() + ")";
    }
}
