package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
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
import dev.offramp.trail.Subject;
import dev.offramp.webhooks.AcknowledgedUrl;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.EndpointOutcome;
import dev.offramp.webhooks.ProbeOutcome;
import java.util.List;
import java.util.Optional;

/// Changes which events an endpoint receives, and its URL; another URL is probed first.
record ChangeEndpoint(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowEndpoint.PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_WEBHOOKS);
    }

    @Override
    public List<Field<?>> fields() {
        return EndpointForm.ADDING;
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = EndpointForm.checked(visit.form());
        return visit.view(tx -> ShowEndpoint.found(tx, visit, uses))
                .map(endpoint -> form.isValid() ? change(visit, form, endpoint) : again(visit, form, endpoint))
                .orElseGet(Answer::missing);
    }

    private Answer change(Visit visit, Form form, Endpoint endpoint) {
        String url = form.get(EndpointForm.URL);
        if (url.equals(endpoint.url())) {
            return change(visit, form, endpoint, Optional.empty());
        }
        return switch (uses.webhooks().probe(visit.tenant(), url)) {
            case ProbeOutcome.Acknowledged(AcknowledgedUrl asked) -> change(visit, form, endpoint, Optional.of(asked));
            case ProbeOutcome.Refused(EndpointOutcome why) -> again(visit, EndpointForm.refused(form, why), endpoint);
        };
    }

    private Answer change(Visit visit, Form form, Endpoint endpoint, Optional<AcknowledgedUrl> url) {
        EndpointOutcome outcome = visit.commit(tx -> change(tx, visit, form, url));
        return switch (outcome) {
            case EndpointOutcome.Saved(Endpoint saved) ->
                Answer.redirect(ShowEndpoint.path(visit, saved.id().toString()), Note.good("The endpoint is changed."));
            case EndpointOutcome.NotFound() -> Answer.missing();
            case EndpointOutcome refused -> again(visit, EndpointForm.refused(form, refused), endpoint);
        };
    }

    private Outcome<EndpointOutcome> change(Transaction tx, Visit visit, Form form, Optional<AcknowledgedUrl> url) {
        Optional<Endpoint> before = ShowEndpoint.found(tx, visit, uses);
        if (before.isEmpty()) {
            return Outcome.refused(new EndpointOutcome.NotFound());
        }
        Endpoint was = before.get();
        if (url.isPresent() && !(uses.webhooks().setUrl(tx, was.id(), url.get()) instanceof EndpointOutcome.Saved)) {
            return Outcome.refused(new EndpointOutcome.AlreadyExists());
        }
        uses.webhooks().setEvents(tx, visit.tenant(), was.id(), EndpointForm.events(form));
        Endpoint is = ShowEndpoint.found(tx, visit, uses).orElseThrow();
        return Outcome.done(
                new EndpointOutcome.Saved(is),
                Deed.of(Action.WEBHOOK_CHANGED, Subject.Kind.WEBHOOK, was.id())
                        .before(EndpointView.details(was))
                        .after(EndpointView.details(is)));
    }

    private static Answer again(Visit visit, Form form, Endpoint endpoint) {
        return Answer.invalid(ShowEndpoint.TITLE, ShowEndpoint.body(visit, endpoint, form));
    }
}
