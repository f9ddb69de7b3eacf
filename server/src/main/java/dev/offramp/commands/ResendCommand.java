package dev.offramp.commands;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;
import dev.offramp.webhooks.RecordId;
import dev.offramp.webhooks.Webhooks;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `webhooks resend`: stored events once more, now.
@Command(
        name = "resend",
        description = "Send stored events once more, now, in the same bytes: all of a trade, withdrawal or wallet, or"
                + " one delivery.")
final class ResendCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(paramLabel = "ID", description = "Of a trade, withdrawal or wallet, or of a delivery.")
    private ObjectId id;

    @Mixin
    private TenantChoice choice;

    @Mixin
    private JsonOption json;

    ResendCommand(Desk desk) {
        this.desk = desk;
    }

    private record Sent(String delivery, String status, Optional<String> error) {}

    @Override
    public Integer call() {
        return desk.answer(json.on(), platform -> {
            Tenant tenant = choice.tenant(platform);
            List<Sent> sent = resend(platform.webhooks(), tenant).stream()
                    .map(one ->
                            new Sent(one.record().toString(), one.delivered() ? "delivered" : "failed", one.error()))
                    .toList();
            if (sent.isEmpty()) {
                throw new CommandRefused("there is no stored event of " + id + ", and no delivery");
            }
            desk.record(
                    platform,
                    desk.entry(Action.DELIVERY_RESENT, Subject.Kind.DELIVERY, id)
                            .concerning(tenant));
            return sent;
        });
    }

    private List<Webhooks.Resent> resend(Webhooks webhooks, Tenant tenant) {
        List<Webhooks.Resent> about = webhooks.resend(tenant, id);
        return about.isEmpty()
                ? webhooks.resend(tenant, new RecordId(id)).stream().toList()
                : about;
    }
}
