package dev.offramp.trail;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An entry as it lies in its table, without its hash: what is hashed is what is stored, whether or not it makes sense.
///
/// @param at to the microsecond, as the database keeps it
/// @param texts the other columns that are not NULL
record Row(long number, Instant at, Map<String, String> texts) {

    /// In the order in which they are hashed, which never changes.
    static final List<String> COLUMNS = List.of(
            "actor_kind",
            "actor_id",
            "actor_name",
            "action",
            "integration",
            "environment",
            "source",
            "request_id",
            "subject_kind",
            "subject_id",
            "before",
            "after");

    private static final String PERSON = "person";
    private static final String APPLICATION = "application";
    private static final String COMMAND_LINE = "command-line";
    private static final String PROGRAM = "program";

    static Row of(long number, Instant at, NewEntry entry, Optional<String> requestId) {
        Map<String, String> texts = new LinkedHashMap<>();
        putActor(texts, entry.actor());
        texts.put("action", entry.action().code());
        entry.concern().integration().ifPresent(id -> texts.put("integration", id.toString()));
        entry.concern().environment().ifPresent(environment -> texts.put("environment", environment.code()));
        entry.from().ifPresent(address -> texts.put("source", address.getHostAddress()));
        requestId.ifPresent(id -> texts.put("request_id", id));
        texts.put("subject_kind", entry.subject().kind().code());
        texts.put("subject_id", entry.subject().id());
        putDetails(texts, "before", entry.before());
        putDetails(texts, "after", entry.after());
        return new Row(number, at, texts);
    }

    private static void putActor(Map<String, String> texts, Actor actor) {
        switch (actor) {
            case Actor.Person(ObjectId id, String email) -> {
                texts.put("actor_kind", PERSON);
                texts.put("actor_id", id.value());
                texts.put("actor_name", email);
            }
            case Actor.Application(String appId) -> {
                texts.put("actor_kind", APPLICATION);
                texts.put("actor_id", appId);
            }
            case Actor.CommandLine(String user) -> {
                texts.put("actor_kind", COMMAND_LINE);
                texts.put("actor_id", user);
            }
            case Actor.Program() -> texts.put("actor_kind", PROGRAM);
        }
    }

    private static void putDetails(Map<String, String> texts, String column, Details details) {
        if (!details.values().isEmpty()) {
            texts.put(column, details.json());
        }
    }

    /// One text for one content: every value is preceded by its length.
    String canonical() {
        StringBuilder all =
                new StringBuilder("number ").append(number).append("\nat ").append(at);
        for (String column : COLUMNS) {
            all.append('\n').append(column).append(' ');
            text(column)
                    .ifPresentOrElse(
                            value -> all.append(value.getBytes(StandardCharsets.UTF_8).length)
                                    .append(':')
                                    .append(value),
                            () -> all.append('-'));
        }
        return all.toString();
    }

    Entry entry() {
        return new Entry(
                number,
                at,
                actor(),
                required("action"),
                concern(),
                text("source"),
                text("request_id"),
                required("subject_kind"),
                required("subject_id"),
                details("before"),
                details("after"));
    }

    private Actor actor() {
        return switch (required("actor_kind")) {
            case PERSON -> new Actor.Person(new ObjectId(required("actor_id")), required("actor_name"));
            case APPLICATION -> new Actor.Application(required("actor_id"));
            case COMMAND_LINE -> new Actor.CommandLine(required("actor_id"));
            case PROGRAM -> Actor.PROGRAM;
            case String other -> throw new IllegalStateException("no kind of actor: " + other);
        };
    }

    private Concern concern() {
        Optional<IntegrationId> integration =
                text("integration").map(ObjectId::new).map(IntegrationId::new);
        Optional<Environment> environment = text("environment").flatMap(Environment::parse);
        return integration
                .map(id -> environment
                        .<Concern>map(one -> new Concern.Part(new Tenant(id, one)))
                        .orElseGet(() -> new Concern.Whole(id)))
                .orElse(Concern.PLATFORM);
    }

    private Details details(String column) {
        return text(column).map(Details::read).orElse(Details.NONE);
    }

    private Optional<String> text(String column) {
        return Optional.ofNullable(texts.get(column));
    }

    private String required(String column) {
        return text(column).orElseThrow(() -> new IllegalStateException("entry " + number + " has no " + column));
    }
}
