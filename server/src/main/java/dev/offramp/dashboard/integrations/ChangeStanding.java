package dev.offramp.dashboard.integrations;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Integration;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;

/// Lets a business into production or keeps it out, and answers its requests or does not.
record ChangeStanding(Change change, IntegrationBody body) implements Page {

    /// The ways it can change.
    enum Change {
        APPROVE("approve", Action.INTEGRATION_APPROVED, "Production is open to it."),
        CLOSE_PRODUCTION("close-production", Action.PRODUCTION_CLOSED, "Production is closed to it."),
        SUSPEND("suspend", Action.INTEGRATION_SUSPENDED, "Its requests are refused from now on."),
        RESUME("resume", Action.INTEGRATION_RESUMED, "Its requests are answered again.");

        private final String verb;
        private final Action action;
        private final String done;

        Change(String verb, Action action, String done) {
            this.verb = verb;
            this.action = action;
            this.done = done;
        }
    }

    @Override
    public Route route() {
        return Route.post(IntegrationBody.PATH + "/" + change.verb);
    }

    @Override
    public Access access() {
        return Access.operator().fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        return body.integration(visit)
                .map(integration -> {
                    visit.commit(tx -> change(tx, integration));
                    return Answer.redirect(IntegrationBody.path(visit), Note.good(change.done));
                })
                .orElseGet(Answer::missing);
    }

    private Outcome<Boolean> change(Transaction tx, Integration before) {
        boolean isThere = switch (change) {
            case APPROVE -> body.tenancy().approveProduction(tx, before.id());
            case CLOSE_PRODUCTION -> body.tenancy().suspendProduction(tx, before.id());
            case SUSPEND -> body.tenancy().setActive(tx, before.id(), false);
            case RESUME -> body.tenancy().setActive(tx, before.id(), true);
        };
        return isThere ? Outcome.done(true, deed(before)) : Outcome.refused(false);
    }

    private Deed deed(Integration before) {
        boolean isProduction = change == Change.APPROVE || change == Change.CLOSE_PRODUCTION;
        String name = isProduction ? "production" : "requests";
        boolean was = isProduction ? before.productionApproved() : before.isActive();
        boolean is = change == Change.APPROVE || change == Change.RESUME;
        return Deed.of(change.action, Subject.Kind.INTEGRATION, before.id())
                .concerning(before.id())
                .before(Details.of(name, words(was)))
                .after(Details.of(name, words(is)));
    }

    private static String words(boolean isOpen) {
        return isOpen ? "open" : "closed";
    }
}
