package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.Once;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.EndpointOutcome;
import dev.offramp.webhooks.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What an endpoint is, as people fill it in.
public final class EndpointForm {

    static final String ALL = "all";

    private static final List<Choice> EVENTS = Arrays.stream(dev.offramp.wire.webhook.EventType.values())
            .map(type -> new Choice(type.code(), type.code() + ": " + type.meaning()))
            .toList();

    public static final Field<String> URL = Fields.text("url", "URL", 2048).required();

    public static final Field<Boolean> EVERY = Fields.flag("every", "Every event, also those there will be");

    public static final Field<List<EventType>> TYPES = Fields.choices(
            "types", "Or these alone", EVENTS, code -> known(code).map(type -> new EventType(type.code())));

    public static final Field<dev.offramp.wire.webhook.EventType> TYPE =
            Fields.choice("type", "Event", EVENTS, EndpointForm::known).required();

    static final List<Field<?>> ADDING = List.of(URL, EVERY, TYPES);
    static final List<Field<?>> TESTING = List.of(TYPE, Once.KEY);

    private EndpointForm() {}

    static Form blank() {
        return Form.blank().with(EVERY, "on");
    }

    static Form of(Endpoint endpoint) {
        Form form = Form.blank().with(URL, endpoint.url());
        return switch (endpoint.events()) {
            case Endpoint.Events.All() -> form.with(EVERY, "on");
            case Endpoint.Events.Chosen(Set<EventType> types) ->
                form.with(TYPES, types.stream().map(EventType::value).toArray(String[]::new));
        };
    }

    /// The same with what is wrong with the two answers about events together.
    static Form checked(Form form) {
        return !form.is(EVERY) && form.find(TYPES).orElse(List.of()).isEmpty()
                ? form.refuse(EVERY, "Tick this, or choose some events below.")
                : form;
    }

    static Endpoint.Events events(Form form) {
        return form.is(EVERY) ? new Endpoint.Events.All() : new Endpoint.Events.Chosen(Set.copyOf(form.get(TYPES)));
    }

    /// What came of saving, as a fault of the URL.
    static Form refused(Form form, EndpointOutcome outcome) {
        return form.refuse(
                URL,
                switch (outcome) {
                    case EndpointOutcome.InvalidUrl(String reason) -> reason + ".";
                    case EndpointOutcome.NotAcknowledged(String reason) ->
                        "The URL must answer our probe with a 200. It did not: " + reason + ".";
                    case EndpointOutcome.AlreadyExists() -> "There is an endpoint with this URL already.";
                    case EndpointOutcome.Saved _, EndpointOutcome.NotFound() ->
                        throw new IllegalArgumentException(outcome.toString());
                });
    }

    /// In words, for lists and the audit log.
    static String words(Endpoint.Events events) {
        return switch (events) {
            case Endpoint.Events.All() -> "every event";
            case Endpoint.Events.Chosen(Set<EventType> types) ->
                types.stream().map(EventType::value).sorted().collect(Collectors.joining(", "));
        };
    }

    private static Optional<dev.offramp.wire.webhook.EventType> known(String code) {
        return Arrays.stream(dev.offramp.wire.webhook.EventType.values())
                .filter(type -> type.code().equals(code))
                .findFirst();
    }
}
