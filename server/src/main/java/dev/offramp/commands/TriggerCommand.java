package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.listening.Forward;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.webhooks.Announcement;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.Tested;
import dev.offramp.wire.webhook.EventType;
import dev.offramp.wire.webhook.SampleEvents;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `trigger`: a test event, as the dashboard sends one, to whoever receives such events.
@Command(
        name = "trigger",
        description = "Send a test event: the example of the API reference with ids that belong to nobody. It goes to"
                + " the integration's endpoints and listeners that take such events, or to --url.")
final class TriggerCommand implements Callable<Integer> {

    private final Desk desk;

    /// One event, or the list of them.
    private static final class Wish {

        @Parameters(paramLabel = "EVENT", description = "Such as trade.completed.")
        private String event;

        @Option(names = "--list", description = "Say which events there are.")
        private boolean list;
    }

    @ArgGroup(multiplicity = "1")
    private Wish wish;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Send it to this URL alone, once; it need be no endpoint.")
    private String url;

    @Mixin
    private TenantChoice choice;

    @Mixin
    private JsonOption json;

    TriggerCommand(Desk desk) {
        this.desk = desk;
    }

    private record Kind(String event, String meaning) {}

    /// @param answer what the receiver said
    private record Triggered(String event, String eventId, String to, String answer) {}

    @Override
    public Integer call() {
        if (wish.list) {
            return desk.print(
                    json.on(),
                    Arrays.stream(EventType.values())
                            .map(type -> new Kind(type.code(), type.meaning()))
                            .toList());
        }
        EventType type = type(wish.event);
        return desk.answer(json.on(), platform -> {
            Tenant tenant = choice.tenant(platform);
            Announcement event = event(platform, tenant, type);
            return url == null ? tell(platform, event) : List.of(forward(platform, event));
        });
    }

    private static EventType type(String name) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandRefused("there is no event " + name + ": see ./offramp trigger --list"));
    }

    private Announcement event(Platform platform, Tenant tenant, EventType type) {
        var around = desk.around();
        ObjectId id = new ObjectIds(around.clock(), around.random()).next();
        return platform.db()
                .view(tx -> SampleEvents.of(
                        type,
                        platform.tenancy().settings(tx, tenant),
                        id,
                        around.clock().instant(),
                        Optional.empty()));
    }

    private Triggered forward(Platform platform, Announcement event) {
        Optional<Forward> receiver = Forward.to(
                url, platform.webhooks().secret(event.tenant()), desk.around().clock());
        try (Forward forward = receiver.orElseThrow(() -> new CommandRefused(url + " is no URL that can be called"))) {
            Forward.Said said = forward.send(event.eventId(), event.body(), event.requestId());
            String answer = said.status().map(String::valueOf).or(said::error).orElse("");
            return triggered(event, url, answer);
        }
    }

    private List<Triggered> tell(Platform platform, Announcement event) {
        List<Triggered> told = Stream.concat(
                        platform.webhooks().endpoints(event.tenant()).stream()
                                .filter(endpoint -> endpoint.events().include(event.eventType()))
                                .flatMap(endpoint -> test(platform, endpoint, event).stream()),
                        listeners(platform, event).stream())
                .toList();
        if (told.isEmpty()) {
            throw new CommandRefused("no endpoint takes " + event.eventType()
                    + " and nobody listens: see ./offramp listen, ./offramp webhooks add, or --url");
        }
        return told;
    }

    private Optional<Triggered> test(Platform platform, Endpoint endpoint, Announcement event) {
        return platform.webhooks().test(endpoint.id(), event).map(tested -> keep(platform, endpoint, event, tested));
    }

    private Triggered keep(Platform platform, Endpoint endpoint, Announcement event, Tested tested) {
        platform.db().run(tx -> {
            platform.webhooks().keep(tx, tested);
            platform.trail()
                    .record(
                            tx,
                            desk.entry(Action.WEBHOOK_TESTED, Subject.Kind.WEBHOOK, endpoint.id())
                                    .concerning(event.tenant())
                                    .after(Details.of("event", event.eventType())
                                            .with("delivered", tested.succeeded())));
        });
        return triggered(event, endpoint.url(), tested.succeeded() ? "delivered" : "failed: see the log of deliveries");
    }

    private static Optional<Triggered> listeners(Platform platform, Announcement event) {
        int waits = platform.db().transact(tx -> platform.webhooks().testListeners(tx, event));
        return waits == 0
                ? Optional.empty()
                : Optional.of(triggered(event, waits == 1 ? "a listener" : waits + " listeners", "on its way"));
    }

    private static Triggered triggered(Announcement event, String to, String answer) {
        return new Triggered(event.eventType().value(), event.eventId().value(), to, answer);
    }
}
