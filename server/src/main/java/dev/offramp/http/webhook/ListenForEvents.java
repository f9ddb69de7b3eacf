package dev.offramp.http.webhook;

import dev.offramp.db.ObjectId;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.tenancy.Scope;
import dev.offramp.webhooks.DeliveryRecord;
import dev.offramp.webhooks.DeliveryRecord.Result;
import dev.offramp.webhooks.Endpoint.Events;
import dev.offramp.webhooks.EndpointId;
import dev.offramp.webhooks.Pull;
import dev.offramp.webhooks.Pulled;
import dev.offramp.webhooks.RecordId;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.wire.Fields;
import dev.offramp.wire.FlagField;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.Reasons;
import dev.offramp.wire.Shape;
import dev.offramp.wire.TextField;
import dev.offramp.wire.Values;
import dev.offramp.wire.WholeField;
import dev.offramp.wire.webhook.EventType;
import dev.offramp.wire.webhook.ListenedJson;
import dev.offramp.wire.webhook.ListenedJson.WaitingJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Gives events to who cannot be called, one request for each; what `./offramp listen` asks. The secret stays out of
/// it: who passes events on signs them with the one that it knows.
public record ListenForEvents(Webhooks webhooks) implements Endpoint {

    private static final int EVENTS_MAX = 1000;
    private static final int STATUS_MIN = 100;
    private static final int STATUS_MAX = 599;
    private static final String NO_ANSWER = "no answer";

    private static final TextField LISTENER = Fields.text("listener");
    private static final TextField EVENTS = Fields.text("events").max(EVENTS_MAX);
    private static final TextField TAKEN = Fields.text("taken");
    private static final WholeField STATUS =
            Fields.whole("status").from(STATUS_MIN).to(STATUS_MAX);
    private static final TextField ERROR = Fields.text("error");
    private static final FlagField END = Fields.flag("end");

    private static final Set<String> NAMES =
            Arrays.stream(EventType.values()).map(EventType::code).collect(Collectors.toUnmodifiableSet());

    @Override
    public Route route() {
        Form body = Form.of(LISTENER, EVENTS, TAKEN, STATUS, ERROR, END)
                .requiring(TAKEN, LISTENER)
                .requiring(STATUS, TAKEN)
                .requiring(ERROR, TAKEN);
        return Route.post("/transactions/webhooks/listen", Scope.WEBHOOKS).body(body);
    }

    @Override
    public Manual manual() {
        return Manual.of(
                "Listen for events",
                "The next event for a receiver that cannot be called; `./offramp listen` asks this. The first request"
                        + " names no `listener` and makes one, which gets all events from then on, or those that"
                        + " `events` names, parted by commas. Each further request names it, says with `taken` which"
                        + " delivery it has passed on, with what `status` or `error`, and gets the next. What was not"
                        + " taken is given again. A listener that has not asked for an hour, or says `end`, is"
                        + " forgotten; of more than ten the one that was silent longest.",
                new Shape.One(ListenedJson.class));
    }

    @Override
    public Answer answer(Request request) {
        Values body = request.body();
        Reasons reasons = new Reasons();
        Optional<ObjectId> listener = id(body, LISTENER, reasons);
        Optional<ObjectId> taken = id(body, TAKEN, reasons);
        Events events = events(body, reasons);
        if (!reasons.isEmpty()) {
            return Answer.invalid(reasons);
        }
        Pull pull = new Pull(
                listener.map(EndpointId::new),
                events,
                taken.map(record -> new Pull.Taken(new RecordId(record), result(body))),
                body.find(END).orElse(false));
        return request.commit(
                tx -> Answer.success(Message.DATA_FETCHED, json(webhooks.pull(tx, request.tenant(), pull))));
    }

    private static Optional<ObjectId> id(Values body, TextField field, Reasons reasons) {
        Optional<ObjectId> id = body.find(field).flatMap(ObjectId::parse);
        if (id.isEmpty() && body.find(field).isPresent()) {
            reasons.add(field.name(), field.name() + " is not a valid id");
        }
        return id;
    }

    private static Events events(Values body, Reasons reasons) {
        List<String> wanted =
                body.find(EVENTS).map(text -> List.of(text.split(","))).orElse(List.of());
        wanted.stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> reasons.add(EVENTS.name(), "there is no event " + name));
        return wanted.isEmpty() || !reasons.isEmpty()
                ? new Events.All()
                : new Events.Chosen(
                        wanted.stream().map(dev.offramp.webhooks.EventType::new).collect(Collectors.toSet()));
    }

    private static Result result(Values body) {
        return body.find(STATUS)
                .<Result>map(status -> new Result.Answered(status, ""))
                .orElseGet(() -> new Result.Unanswered(body.find(ERROR).orElse(NO_ANSWER)));
    }

    private static ListenedJson json(Pulled pulled) {
        return new ListenedJson(
                pulled.listener().toString(), pulled.until(), pulled.next().map(ListenForEvents::json));
    }

    private static WaitingJson json(DeliveryRecord record) {
        return new WaitingJson(
                record.id().toString(),
                record.event().eventType().value(),
                record.event().eventId().value(),
                record.event().requestId(),
                new String(record.event().body(), StandardCharsets.UTF_8));
    }
}
