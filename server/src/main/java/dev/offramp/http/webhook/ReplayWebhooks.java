package dev.offramp.http.webhook;

import dev.offramp.db.ObjectId;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.tenancy.Scope;
import dev.offramp.webhooks.RecordId;
import dev.offramp.webhooks.Replay;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.wire.ChoiceField;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.Reasons;
import dev.offramp.wire.Shape;
import dev.offramp.wire.TextField;
import dev.offramp.wire.TimeField;
import dev.offramp.wire.Values;
import dev.offramp.wire.webhook.ReplayJson;
import java.util.List;
import java.util.Optional;

/// Queues the events of a time once more: those that failed, or all. They are delivered in the background, on the
/// schedule of new ones.
public record ReplayWebhooks(Webhooks webhooks) implements Endpoint {

    private static final String ALL = "all";

    private static final TimeField START = new TimeField("startDate", true);
    private static final TimeField END = new TimeField("endDate", false);
    private static final ChoiceField<String> STATUS =
            Fields.choice("status", String.class, code -> code, List.of(DeliveryRendering.FAILED, ALL));
    private static final TextField AFTER = Fields.text("after");

    @Override
    public Route route() {
        return Route.post("/transactions/webhooks/replay", Scope.WEBHOOKS).body(Form.of(START, END, STATUS, AFTER));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                "Replay webhooks",
                "Queues the events of a time once more: those that failed, or with `status` `all` every one. They are"
                        + " delivered in the background, on the schedule of new ones.",
                new Shape.One(ReplayJson.class));
    }

    @Override
    public Answer answer(Request request) {
        Values body = request.body();
        Optional<ObjectId> after = body.find(AFTER).flatMap(ObjectId::parse);
        if (after.isEmpty() && body.find(AFTER).isPresent()) {
            return Answer.invalid(Reasons.of(AFTER.name(), "after is not a valid id"));
        }
        boolean onlyFailed = body.find(STATUS).filter(ALL::equals).isEmpty();
        Replay replay = new Replay(body.get(START), body.find(END), onlyFailed, after.map(RecordId::new));
        return request.commit(tx -> answer(webhooks.replay(tx, request.tenant(), replay)));
    }

    private static Answer answer(Replay.Part part) {
        return Answer.success(
                Message.REPLAY_QUEUED, new ReplayJson(part.queued(), part.next().map(RecordId::toString)));
    }
}
