package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.webhooks.RecordId;
import dev.offramp.webhooks.Replay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `webhooks replay`: the deliveries of a time once more, in the background. Listeners get theirs too.
@Command(
        name = "replay",
        description = "Queue the deliveries of the last time once more: those that failed, or all. The server sends"
                + " them, on the schedule of new ones.")
final class ReplayCommand implements Callable<Integer> {

    private final Desk desk;

    @Option(
            names = "--last",
            paramLabel = "TIME",
            required = true,
            description = "Of the last 2h, for example; deliveries are kept for 7d.")
    private Duration last;

    @Option(names = "--all", description = "Those that were delivered too.")
    private boolean all;

    @Mixin
    private TenantChoice choice;

    @Mixin
    private JsonOption json;

    ReplayCommand(Desk desk) {
        this.desk = desk;
    }

    private record Queued(int queued) {}

    @Override
    public Integer call() {
        return desk.answer(json.on(), platform -> {
            Tenant tenant = choice.tenant(platform);
            Instant now = desk.around().clock().instant();
            int queued = 0;
            Optional<RecordId> after = Optional.empty();
            do {
                Replay wish = new Replay(now.minus(last), Optional.of(now), !all, after);
                Replay.Part part = platform.db().transact(tx -> replay(platform, tx, tenant, wish));
                queued += part.queued();
                after = part.next();
            } while (after.isPresent());
            return new Queued(queued);
        });
    }

    private Replay.Part replay(Platform platform, Transaction tx, Tenant tenant, Replay wish) {
        Replay.Part part = platform.webhooks().replay(tx, tenant, wish);
        if (part.queued() > 0) {
            platform.trail()
                    .record(
                            tx,
                            desk.entry(Action.DELIVERIES_REPLAYED, Subject.Kind.DELIVERY, "since " + wish.from())
                                    .concerning(tenant)
                                    .after(Details.of("which", wish.onlyFailed() ? "failed" : "all")
                                            .with("queued", part.queued())));
        }
        return part;
    }
}
