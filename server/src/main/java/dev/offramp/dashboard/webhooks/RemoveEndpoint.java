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
import dev.offramp.db.Transaction;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;
import dev.offramp.webhooks.Endpoint;

/// Removes an endpoint; what it was still to receive is given up.
record RemoveEndpoint(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowEndpoint.PATH + "/remove");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_WEBHOOKS);
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.commit(tx -> ShowEndpoint.found(tx, visit, uses)
                .map(endpoint -> remove(tx, visit, endpoint))
                .orElseGet(() -> Outcome.refused(Answer.missing())));
    }

    private Outcome<Answer> remove(Transaction tx, Visit visit, Endpoint endpoint) {
        uses.webhooks().remove(tx, visit.tenant(), endpoint.id());
        return Outcome.done(
                Answer.redirect(visit.here().path(ListEndpoints.PATH), Note.good("The endpoint is removed.")),
                Deed.of(Action.WEBHOOK_REMOVED, Subject.Kind.WEBHOOK, endpoint.id())
                        .before(EndpointView.details(endpoint)));
    }
}
