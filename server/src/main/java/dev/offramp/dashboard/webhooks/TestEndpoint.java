package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Once;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.webhooks.Announcement;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.RecordId;
import dev.offramp.webhooks.Tested;
import dev.offramp.wire.webhook.EventType;
import dev.offramp.wire.webhook.SampleEvents;
import java.util.List;
import java.util.Optional;

/// Sends one endpoint an event about nothing, once, and shows what it answered.
record TestEndpoint(Uses uses) implements Page {

    /// What is known before the receiver is called.
    private sealed interface Before {
        record Ready(Endpoint endpoint, Announcement event) implements Before {}

        record Not(Answer answer) implements Before {}
    }

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowEndpoint.PATH + "/test");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_WEBHOOKS);
    }

    @Override
    public List<Field<?>> fields() {
        return EndpointForm.TESTING;
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        return switch (visit.<Before>commit(tx -> Outcome.refused(before(tx, visit, form)))) {
            case Before.Ready(Endpoint endpoint, Announcement event) ->
                uses.webhooks()
                        .test(endpoint.id(), event)
                        .map(tested -> keep(visit, endpoint, event, tested))
                        .orElseGet(Answer::missing);
            case Before.Not(Answer answer) -> answer;
        };
    }

    private Before before(Transaction tx, Visit visit, Form form) {
        Optional<Endpoint> endpoint = ShowEndpoint.found(tx, visit, uses);
        if (endpoint.isEmpty()) {
            return new Before.Not(Answer.missing());
        }
        if (!form.isValid()) {
            Form shown = EndpointForm.of(endpoint.get()).refuse(EndpointForm.TYPE, "Choose one of the list.");
            return new Before.Not(Answer.invalid(ShowEndpoint.TITLE, ShowEndpoint.body(visit, endpoint.get(), shown)));
        }
        if (!new Once(uses.drafts()).take(tx, visit, form)) {
            String path = ShowEndpoint.path(visit, endpoint.get().id().toString());
            return new Before.Not(Answer.redirect(path, Once.SENT_BEFORE));
        }
        EventType type = form.get(EndpointForm.TYPE);
        Announcement event = SampleEvents.of(
                type,
                uses.tenancy().settings(tx, visit.tenant()),
                form.get(Once.KEY),
                visit.now(),
                Optional.of(visit.requestId()));
        return new Before.Ready(endpoint.get(), event);
    }

    private Answer keep(Visit visit, Endpoint endpoint, Announcement event, Tested tested) {
        RecordId record = visit.commit(tx -> {
            RecordId kept = uses.webhooks().keep(tx, tested);
            Deed deed = Deed.of(Action.WEBHOOK_TESTED, Subject.Kind.WEBHOOK, endpoint.id())
                    .after(Details.of("event", event.eventType()).with("delivered", tested.succeeded()));
            return Outcome.done(kept, deed);
        });
        return Answer.redirect(
                visit.here().path(ListDeliveries.PATH + "/" + record),
                tested.succeeded()
                        ? Note.good("The endpoint took the test event.")
                        : Note.bad("The endpoint did not take the test event."));
    }
}
