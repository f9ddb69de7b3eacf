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
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;
import dev.offramp.webhooks.AcknowledgedUrl;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.EndpointOutcome;
import dev.offramp.webhooks.ProbeOutcome;
import java.util.List;

/// Saves an endpoint once its URL has answered the probe.
record AddEndpoint(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ListEndpoints.PATH);
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
        if (!form.isValid()) {
            return FillInEndpoint.again(visit, form);
        }
        return switch (uses.webhooks().probe(visit.tenant(), form.get(EndpointForm.URL))) {
            case ProbeOutcome.Acknowledged(AcknowledgedUrl url) -> add(visit, form, url);
            case ProbeOutcome.Refused(EndpointOutcome why) ->
                FillInEndpoint.again(visit, EndpointForm.refused(form, why));
        };
    }

    private Answer add(Visit visit, Form form, AcknowledgedUrl url) {
        EndpointOutcome outcome = visit.commit(tx -> {
            EndpointOutcome result = uses.webhooks().addEndpoint(tx, url, EndpointForm.events(form));
            return result instanceof EndpointOutcome.Saved(Endpoint saved)
                    ? Outcome.done(
                            result,
                            Deed.of(Action.WEBHOOK_ADDED, Subject.Kind.WEBHOOK, saved.id())
                                    .after(EndpointView.details(saved)))
                    : Outcome.refused(result);
        });
        return outcome instanceof EndpointOutcome.Saved(Endpoint saved)
                ? Answer.redirect(
                        ShowEndpoint.path(visit, saved.id().toString()),
                        Note.good("The URL answered, and the endpoint is saved."))
                : FillInEndpoint.again(visit, EndpointForm.refused(form, outcome));
    }
}
