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
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;

/// Ends the old secret: every receiver has the new one.
record EndOverlap(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowSecret.PATH + "/switch");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_WEBHOOKS).fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        Note note = visit.commit(tx -> uses.webhooks().endSecretOverlap(tx, visit.tenant())
                ? Outcome.done(
                        Note.good("The old secret is over. Deliveries carry the new one alone."),
                        Deed.of(
                                        Action.WEBHOOK_SECRET_ROTATED,
                                        Subject.Kind.WEBHOOK_SECRET,
                                        visit.tenant().integration())
                                .after(Details.of("old secret", "ended")))
                : Outcome.refused(Note.bad("There is no old secret any more.")));
        return Answer.redirect(visit.here().path(ShowSecret.PATH), note);
    }
}
