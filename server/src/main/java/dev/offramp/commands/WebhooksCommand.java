package dev.offramp.commands;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.EndpointId;
import dev.offramp.webhooks.EndpointOutcome;
import dev.offramp.webhooks.EventType;
import dev.offramp.webhooks.WebhookSecret;
import dev.offramp.webhooks.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `webhooks`: the endpoints of a tenant.
@Command(
        name = "webhooks",
        description = "Where an integration's events are sent.",
        synopsisSubcommandLabel = "COMMAND")
final class WebhooksCommand {

    private static final Duration OVERLAP_MAX = Duration.ofDays(30);

    private final Desk desk;

    WebhooksCommand(Desk desk) {
        this.desk = desk;
    }

    private record Shown(
            String endpoint, String url, String environment, List<String> events, Optional<String> disabled) {}

    private record Added(String endpoint, String url, String environment, List<String> events, String webhookSecret) {}

    private record Changed(String endpoint, String state) {}

    private record Secret(String integration, String webhookSecret, Optional<Instant> previousValidUntil) {}

    private record Overlap(String integration, String overlap) {}

    @Command(description = "Save an endpoint. Its URL is probed first and must answer with a 200.")
    int add(
            @Option(names = "--url", required = true, paramLabel = "URL") String url,
            @Option(
                            names = "--events",
                            paramLabel = "EVENT",
                            split = ",",
                            description = "Which events it gets, such as trade.completed; all of them without this.")
                    Set<String> events,
            @Mixin TenantChoice choice,
            @Mixin JsonOption json) {
        Endpoint.Events wanted = events(Optional.ofNullable(events).orElse(Set.of()));
        return desk.answer(json.on(), platform -> {
            var tenant = choice.tenant(platform);
            Endpoint saved = saved(platform.webhooks().addEndpoint(tenant, url, wanted));
            desk.record(
                    platform,
                    desk.entry(Action.WEBHOOK_ADDED, Subject.Kind.WEBHOOK, saved.id())
                            .concerning(tenant)
                            .after(Details.of("url", withoutQuery(saved.url()))
                                    .with("events", String.join(", ", names(saved.events())))));
            return new Added(
                    saved.id().toString(),
                    saved.url(),
                    tenant.environment().code(),
                    names(saved.events()),
                    platform.webhooks().secret(tenant).value());
        });
    }

    /// A query may hold a key of the receiver's.
    private static String withoutQuery(String url) {
        return url.replaceFirst("[?#].*", "?...");
    }

    private static Endpoint.Events events(Set<String> names) {
        try {
            return names.isEmpty()
                    ? new Endpoint.Events.All()
                    : new Endpoint.Events.Chosen(
                            names.stream().map(EventType::new).collect(Collectors.toSet()));
        } catch (IllegalArgumentException e) {
            throw new CommandRefused(e.getMessage());
        }
    }

    private static Endpoint saved(EndpointOutcome outcome) {
        return switch (outcome) {
            case EndpointOutcome.Saved(Endpoint endpoint) -> endpoint;
            case EndpointOutcome.InvalidUrl(String reason) -> throw new CommandRefused(reason);
            case EndpointOutcome.NotAcknowledged(String reason) ->
                throw new CommandRefused(
                        "Webhook URL must acknowledge the verification request with a 200 response: " + reason);
            case EndpointOutcome.AlreadyExists _ ->
                throw new CommandRefused("there is an endpoint with this URL already");
            case EndpointOutcome.NotFound _ -> throw new CommandRefused("there is no such endpoint");
        };
    }

    @Command(description = "List them, oldest first.")
    int list(@Mixin TenantChoice choice, @Mixin JsonOption json) {
        return desk.answer(
                json.on(),
                platform -> platform.webhooks().endpoints(choice.tenant(platform)).stream()
                        .map(WebhooksCommand::shown)
                        .toList());
    }

    private static Shown shown(Endpoint one) {
        return new Shown(
                one.id().toString(),
                one.url(),
                one.tenant().environment().code(),
                names(one.events()),
                one.disabled().map(Endpoint.Disabled::reason));
    }

    private static List<String> names(Endpoint.Events events) {
        return switch (events) {
            case Endpoint.Events.All _ -> List.of("all");
            case Endpoint.Events.Chosen(Set<EventType> types) ->
                types.stream().sorted().map(EventType::value).toList();
        };
    }

    @Command(
            name = "rotate-secret",
            description = "Make a new secret. For the time of the overlap deliveries show the old one and are signed by"
                    + " both.")
    int rotateSecret(
            @Option(
                            names = "--overlap",
                            paramLabel = "TIME",
                            defaultValue = "24h",
                            description = "24h without it; 0s when the old one is known to somebody else; at most 30d.")
                    Duration overlap,
            @Option(
                            names = "--own",
                            description = "For this environment alone. Without it a new secret is for both, unless they"
                                    + " have been parted before.")
                    boolean own,
            @Mixin TenantChoice choice,
            @Mixin JsonOption json) {
        if (overlap.compareTo(OVERLAP_MAX) > 0) {
            throw new CommandRefused("the overlap is at most 30d");
        }
        return desk.answer(json.on(), platform -> {
            Tenant tenant = choice.tenant(platform);
            Webhooks webhooks = platform.webhooks();
            Instant until = desk.around().clock().instant().plus(overlap);
            WebhookSecret made =
                    own ? webhooks.rotateOwnSecret(tenant, overlap) : webhooks.rotateSecret(tenant, overlap);
            desk.record(
                    platform,
                    secret(Action.WEBHOOK_SECRET_ROTATED, tenant)
                            .after(Details.of("overlap", overlap).with("own", own)));
            return new Secret(
                    choice.integration(platform).name(),
                    made.value(),
                    overlap.isZero() ? Optional.empty() : Optional.of(until));
        });
    }

    private NewEntry secret(Action action, Tenant tenant) {
        return desk.entry(action, Subject.Kind.WEBHOOK_SECRET, tenant.integration())
                .concerning(tenant);
    }

    @Command(name = "end-overlap", description = "The old secret is valid no longer: all receivers know the new one.")
    int endOverlap(@Mixin TenantChoice choice, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Tenant tenant = choice.tenant(platform);
            boolean was = platform.webhooks().endSecretOverlap(tenant);
            if (was) {
                desk.record(platform, secret(Action.WEBHOOK_SECRET_OVERLAP_ENDED, tenant));
            }
            return new Overlap(choice.integration(platform).name(), was ? "ended" : "there was none");
        });
    }

    @Command(description = "Send to a disabled endpoint again, beginning with what it missed.")
    int enable(@Parameters(paramLabel = "ENDPOINT") ObjectId id, @Mixin TenantChoice choice, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Tenant tenant = choice.tenant(platform);
            Changed enabled = state(id, "enabled", platform.webhooks().enable(tenant, new EndpointId(id)));
            desk.record(platform, changed(Action.WEBHOOK_CHANGED, tenant, enabled));
            return enabled;
        });
    }

    @Command(description = "Remove an endpoint; what it was still to get is given up.")
    int remove(@Parameters(paramLabel = "ENDPOINT") ObjectId id, @Mixin TenantChoice choice, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Tenant tenant = choice.tenant(platform);
            Changed removed = state(id, "removed", platform.webhooks().remove(tenant, new EndpointId(id)));
            desk.record(platform, changed(Action.WEBHOOK_REMOVED, tenant, removed));
            return removed;
        });
    }

    private NewEntry changed(Action action, Tenant tenant, Changed endpoint) {
        return desk.entry(action, Subject.Kind.WEBHOOK, endpoint.endpoint())
                .concerning(tenant)
                .after(Details.of("state", endpoint.state()));
    }

    private static Changed state(ObjectId id, String state, boolean found) {
        if (!found) {
            throw new CommandRefused("there is no such endpoint");
        }
        return new Changed(id.value(), state);
    }
}
