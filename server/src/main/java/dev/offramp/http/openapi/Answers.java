package dev.offramp.http.openapi;

import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an operation answers, status by status, each with all the messages there can be.
final class Answers {

    static final String SUCCESS = "Success";
    static final String ERROR = "Error";
    static final String SHORT_ERROR = "ShortError";
    static final String VALIDATION_ERROR = "ValidationError";
    static final String NOTHING = "Nothing";
    static final String PAGES = "Pages";

    private static final String JSON = "application/json";

    private static final Map<Integer, String> MEANING = Map.of(
            400, "The request cannot be understood, or the business refuses it.",
            401, "Nobody we know asks, or for no environment we know.",
            403, "The caller, or the state of its money, does not allow it.",
            404, "There is no such thing for this caller in this environment.",
            408, "The body did not arrive in time.",
            409, "Another request stands in the way.",
            413, "The body is too large.",
            415, "The body is of another type than JSON.",
            422, "Something is wrong with what was sent; `errors` says what, field by field.");

    private final RecordSchemas records;

    Answers(RecordSchemas records) {
        this.records = records;
    }

    Node of(Operation operation) {
        Node answers = Node.of("200", success(operation));
        Map<Integer, List<Refusal>> byStatus = new TreeMap<>();
        operation.sharedRefusals().forEach(refusal -> add(byStatus, refusal));
        operation.ownRefusals().forEach(refusal -> add(byStatus, refusal));
        byStatus.forEach(
                (status, refusals) -> answers.with(String.valueOf(status), refused(operation, status, refusals)));
        return answers;
    }

    /// The answers that depend on no operation.
    static Node shared() {
        return Node.of(
                        component(Refusal.TOO_MANY_REQUESTS),
                        shared(Refusal.TOO_MANY_REQUESTS, "Too much in this minute."))
                .with(component(Refusal.SERVER_ERROR), shared(Refusal.SERVER_ERROR, "A fault of ours."))
                .with(
                        component(Refusal.UNAVAILABLE),
                        shared(Refusal.UNAVAILABLE, "Too much at once, or the database is away: come back later."))
                .with(component(Refusal.UNKNOWN_ROUTE), shared(Refusal.UNKNOWN_ROUTE, "There is no such operation."));
    }

    /// The examples that many operations point to.
    static Node sharedExamples() {
        Node examples = Node.empty();
        for (Refusal refusal : Refusal.values()) {
            Exchanges.refusal(refusal).ifPresent(found -> examples.with(Exchanges.name(refusal), answered(found)));
        }
        return examples;
    }

    private static void add(Map<Integer, List<Refusal>> byStatus, Refusal refusal) {
        List<Refusal> same = byStatus.computeIfAbsent(refusal.status(), _ -> new ArrayList<>());
        if (!same.contains(refusal)) {
            same.add(refusal);
        }
    }

    private Node success(Operation operation) {
        Shape data = operation.manual().data();
        Node content = Node.of("schema", envelope(data));
        Exchanges.success(operation.name())
                .ifPresent(found -> content.with("examples", Node.of("ok", answered(found))));
        Node types = Node.of(JSON, content);
        if (operation.answersTables()) {
            types.with("text/csv", Node.of("schema", Node.of("type", "string")));
        }
        Node headers = AnswerHeaderNames.requestId();
        if (operation.route().perMinute().isPresent()) {
            headers.withAll(AnswerHeaderNames.limit());
        }
        if (operation.changesThings()) {
            headers.withAll(AnswerHeaderNames.replayed());
        }
        return Node.of("description", operation.manual().summary() + ": done.")
                .with("headers", headers)
                .with("content", types);
    }

    private Node envelope(Shape data) {
        boolean isPage = data instanceof Shape.Pages;
        Node own = Node.of("data", data(data)).with("meta", Node.ref("schemas", isPage ? PAGES : NOTHING));
        return Node.of("allOf", List.of(Node.ref("schemas", SUCCESS)))
                .with("properties", own)
                .with("unevaluatedProperties", false);
    }

    private Node data(Shape shape) {
        return switch (shape) {
            case Shape.Nothing() -> Node.ref("schemas", NOTHING);
            case Shape.One(Class<? extends Record> type) -> records.ref(type);
            case Shape.All(Class<? extends Record> type) -> list(type);
            case Shape.Pages(Class<? extends Record> type) -> list(type);
        };
    }

    private Node list(Class<? extends Record> type) {
        return Node.of("type", "array").with("items", records.ref(type));
    }

    private static Node refused(Operation operation, int status, List<Refusal> refusals) {
        return switch (refusals.getFirst()) {
            case TOO_MANY_REQUESTS, SERVER_ERROR, UNAVAILABLE -> Node.ref("responses", component(refusals.getFirst()));
            default -> response(MEANING.get(status), schema(refusals), examples(operation, refusals), status);
        };
    }

    private static Node shared(Refusal refusal, String meaning) {
        return response(meaning, schema(List.of(refusal)), examples(List.of(refusal)), refusal.status());
    }

    private static Node response(String meaning, Node schema, Node examples, int status) {
        return Node.of("description", meaning)
                .with("headers", AnswerHeaderNames.of(status))
                .with("content", Node.of(JSON, Node.of("schema", schema).withAny("examples", examples)));
    }

    private static String component(Refusal refusal) {
        return switch (refusal) {
            case TOO_MANY_REQUESTS -> "TooManyRequests";
            case SERVER_ERROR -> "ServerError";
            case UNAVAILABLE -> "Unavailable";
            case UNKNOWN_ROUTE -> "UnknownRoute";
            default -> throw new IllegalArgumentException(refusal + " is not shared");
        };
    }

    private static Node schema(List<Refusal> refusals) {
        Refusal first = refusals.getFirst();
        String form = first == Refusal.INVALID_INPUT ? VALIDATION_ERROR : first.isShort() ? SHORT_ERROR : ERROR;
        return Node.of("allOf", List.of(Node.ref("schemas", form)))
                .with("properties", Node.of("message", message(refusals)));
    }

    /// All the texts there can be; those with places as a pattern.
    private static Node message(List<Refusal> refusals) {
        List<String> fixed = refusals.stream()
                .map(Refusal::text)
                .filter(text -> !text.contains("%s"))
                .toList();
        List<Node> kinds = new ArrayList<>();
        if (!fixed.isEmpty()) {
            kinds.add(Node.of("enum", fixed));
        }
        refusals.stream()
                .map(Refusal::text)
                .filter(text -> text.contains("%s"))
                .forEach(text -> kinds.add(Node.of("pattern", pattern(text))));
        return kinds.size() == 1 ? kinds.getFirst() : Node.of("anyOf", kinds);
    }

    private static String pattern(String text) {
        return Stream.of(text.split("%s", -1))
                .map(part -> part.replace(".", "\\."))
                .collect(Collectors.joining(".+", "^", "$"));
    }

    private static Node examples(List<Refusal> refusals) {
        Node examples = Node.empty();
        for (Refusal refusal : refusals) {
            Exchanges.refusal(refusal)
                    .ifPresent(
                            _ -> examples.with(Exchanges.name(refusal), Node.ref("examples", Exchanges.name(refusal))));
        }
        return examples;
    }

    /// The operation's own example of a refusal, else the one that all share.
    private static Node examples(Operation operation, List<Refusal> refusals) {
        Node examples = examples(refusals);
        for (Refusal refusal : refusals) {
            Optional<Exchange> own = Exchanges.refusal(operation.name(), refusal);
            own.ifPresent(found -> examples.with(Exchanges.name(refusal), answered(found)));
        }
        return examples;
    }

    private static Node answered(Exchange exchange) {
        return Node.of("summary", exchange.title()).withAny("value", exchange.answered());
    }
}
