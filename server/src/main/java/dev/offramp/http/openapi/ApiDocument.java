package dev.offramp.http.openapi;

import dev.offramp.http.Endpoint;
import dev.offramp.http.Headers;
import dev.offramp.wire.Json;
import dev.offramp.wire.PagesJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The whole document.
public final class ApiDocument {

    private static final String ABOUT = """
            Crypto in, bank money out. The API speaks the Breet v1 dialect: a client of it works after changing its base URL.

            Every request carries `x-app-id`, `x-app-secret` and `X-Breet-Env`; everything a business owns belongs to one \
            environment. Bodies are strict: unknown and repeated fields are refused. `null` and `""` count as absent for a \
            field that need not be there; query values `undefined`, `null` and `""` count as absent; unknown query keys are \
            ignored. Numbers are exact decimals. In answers and events a key without a value is left out, never null, \
            except where a schema says so.

            Every success is a 200 in one envelope, every error in another, and every answer comes within four seconds. \
            With `Idempotency-Key` a request that changes something takes effect once, however often it is sent.

            The examples are real answers of the sandbox, with identifiers, times, addresses and secrets replaced and long \
            lists cut.
            """;

    private ApiDocument() {}

    /// UTF-8, on one line.
    public static byte[] of(List<Endpoint> endpoints) {
        RecordSchemas records = new RecordSchemas();
        List<Operation> operations = Operation.all(endpoints);
        Node paths = paths(operations, new Answers(records));
        Node webhooks = Events.all(records);
        return Json.bytes(Node.of("openapi", "3.1.1")
                .with("info", about())
                .with("servers", List.of(Node.of("url", "/v1").with("description", "This server.")))
                .with("security", List.of(Node.of(Headers.APP_ID, List.of()).with(Headers.APP_SECRET, List.of())))
                .with("tags", tags(operations))
                .with("paths", paths)
                .with("webhooks", webhooks)
                .with("components", components(records)));
    }

    private static Node about() {
        return Node.of("title", "Offramp")
                .with("version", "1")
                .with("summary", "A self-hosted crypto off-ramp")
                .with("description", ABOUT.strip())
                .with("license", Node.of("name", "Apache-2.0").with("identifier", "Apache-2.0"));
    }

    private static List<Node> tags(List<Operation> operations) {
        return Stream.concat(operations.stream().map(Operation::tag), Stream.of(Tag.WEBHOOK))
                .distinct()
                .map(Tag::described)
                .toList();
    }

    private static Node paths(List<Operation> operations, Answers answers) {
        Map<String, Node> byPath = new LinkedHashMap<>();
        for (Operation operation : operations) {
            String method = operation.route().method().name().toLowerCase(Locale.ROOT);
            byPath.computeIfAbsent(operation.route().path(), _ -> Node.empty())
                    .with(method, described(operation, answers));
        }
        Node paths = Node.empty();
        byPath.forEach(paths::with);
        return paths;
    }

    private static Node described(Operation operation, Answers answers) {
        return Node.of("operationId", operation.name())
                .with("summary", operation.manual().summary())
                .withAny("description", operation.manual().description())
                .with("tags", List.of(operation.tag().title()))
                .with("x-scope", operation.route().scope().code())
                .withAll(limit(operation))
                .with("parameters", parameters(operation))
                .withAll(body(operation))
                .with("responses", answers.of(operation));
    }

    private static Node limit(Operation operation) {
        Node limit = Node.empty();
        operation
                .route()
                .perMinute()
                .ifPresent(most ->
                        limit.with("x-rate-limit", Node.of("requests", most).with("per", "clock minute")));
        return limit;
    }

    private static List<Node> parameters(Operation operation) {
        List<Node> parameters = new ArrayList<>();
        operation.route().parameters().forEach(parameter -> parameters.add(FieldSchemas.path(parameter)));
        parameters.addAll(FieldSchemas.query(operation.route().query()));
        parameters.add(Node.ref("parameters", "Environment"));
        if (operation.changesThings()) {
            parameters.add(Node.ref("parameters", "IdempotencyKey"));
        }
        return parameters;
    }

    private static Node body(Operation operation) {
        Node body = Node.empty();
        operation.route().body().filter(_ -> operation.hasBody()).ifPresent(form -> {
            Node content = Node.of("schema", FieldSchemas.body(form));
            Exchanges.success(operation.name())
                    .flatMap(found -> found.sent()
                            .map(sent -> Node.of("summary", found.title()).with("value", sent)))
                    .ifPresent(example -> content.with("examples", Node.of("ok", example)));
            boolean isRequired = form.fields().stream().anyMatch(field -> field.isRequired());
            body.with(
                    "requestBody",
                    Node.of("required", isRequired).with("content", Node.of("application/json", content)));
        });
        return body;
    }

    private static Node components(RecordSchemas records) {
        records.ref(PagesJson.class);
        return Node.of("securitySchemes", SharedParts.securitySchemes())
                .with("parameters", SharedParts.parameters())
                .with("headers", AnswerHeaderNames.components())
                .with("responses", Answers.shared())
                .with("schemas", SharedParts.envelopes().withAll(records.all()))
                .withAny("examples", Answers.sharedExamples());
    }
}
