package dev.offramp.dashboard.security;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.people.FactorChange;
import dev.offramp.people.People;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;

/// Takes the authenticator app away.
record RemoveAuthenticator(People people) implements Page {

    @Override
    public Route route() {
        return Route.post("/me/authenticator/remove");
    }

    @Override
    public Access access() {
        return Access.signedIn().fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        FactorChange outcome = visit.commit(tx -> {
            FactorChange change = people.secondFactors().removeTotp(tx, visit.session());
            return change instanceof FactorChange.Removed
                    ? Outcome.done(
                            change,
                            Deed.of(
                                    Action.TOTP_DISABLED,
                                    Subject.Kind.PERSON,
                                    visit.person().id()))
                    : Outcome.refused(change);
        });
        return outcome instanceof FactorChange.NotFresh
                ? Renewed.notFresh()
                : Answer.redirect(Renewed.SECURITY, Note.good("Your authenticator app counts no more."));
    }
}
