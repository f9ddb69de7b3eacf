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
import dev.offramp.people.Passkey;
import dev.offramp.people.People;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;

/// Takes a passkey away.
record RemovePasskey(People people) implements Page {

    @Override
    public Route route() {
        return Route.post("/me/passkeys/{passkey}/remove");
    }

    @Override
    public Access access() {
        return Access.signedIn().fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        return ShowPasskey.find(people, visit)
                .map(passkey -> remove(visit, passkey))
                .orElseGet(Answer::missing);
    }

    private Answer remove(Visit visit, Passkey passkey) {
        FactorChange outcome = visit.commit(tx -> {
            FactorChange change = people.passkeys().remove(tx, visit.session(), passkey.id());
            return change instanceof FactorChange.Removed
                    ? Outcome.done(
                            change,
                            Deed.of(
                                            Action.PASSKEY_REMOVED,
                                            Subject.Kind.PERSON,
                                            visit.person().id())
                                    .before(Details.of("name", passkey.name())))
                    : Outcome.refused(change);
        });
        return outcome instanceof FactorChange.NotFresh
                ? Renewed.notFresh()
                : Answer.redirect(Renewed.SECURITY, Note.good("The passkey opens nothing any more."));
    }
}
