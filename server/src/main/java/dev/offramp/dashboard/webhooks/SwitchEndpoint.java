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

/// Turns an endpoint on or off. What happens while it is off waits for it.
///
/// @param on which of the two
record SwitchEndpoint(Uses uses, boolean on) implements Page {

    private static final String REASON = "turned off in the dashboard";

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowEndpoint.PATH + (on ? "/enable" : "/disable"));
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_WEBHOOKS);
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.commit(tx -> ShowEndpoint.found(tx, visit, uses)
                .map(endpoint -> turn(tx, visit, endpoint))
                .orElseGet(() -> Outcome.refused(Answer.missing())));
    }

    private Outcome<Answer> turn(Transaction tx, Visit visit, Endpoint was) {
        Answer answer = Answer.redirect(
                ShowEndpoint.path(visit, was.id().toString()),
                Note.good(
                        on
                                ? "The endpoint is on. What it missed is on its way."
                                : "The endpoint is off. What happens meanwhile waits for it."));
        if (was.disabled().isEmpty() == on) {
            return Outcome.refused(answer);
        }
        if (on) {
            uses.webhooks().enable(tx, visit.tenant(), was.id());
        } else {
            uses.webhooks().disable(tx, visit.tenant(), was.id(), REASON);
        }
        Endpoint is = ShowEndpoint.found(tx, visit, uses).orElseThrow();
        return Outcome.done(
                answer,
                Deed.of(Action.WEBHOOK_CHANGED, Subject.Kind.WEBHOOK, was.id())
                        .before(EndpointView.details(was))
                        .after(EndpointView.details(is)));
    }
}
