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

/// Ten new recovery codes in the place of the old ones, shown this once.
record MakeRecoveryCodes(People people) implements Page {

    @Override
    public Route route() {
        return Route.post("/me/recovery-codes");
    }

    @Override
    public Access access() {
        return Access.signedIn().fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        FactorChange outcome = visit.commit(tx -> {
            FactorChange change = people.secondFactors().newRecoveryCodes(tx, visit.session());
            return change instanceof FactorChange.NewCodes
                    ? Outcome.done(
                            change,
                            Deed.of(
                                    Action.RECOVERY_CODES_CREATED,
                                    Subject.Kind.PERSON,
                                    visit.person().id()))
                    : Outcome.refused(change);
        });
        return switch (outcome) {
            case FactorChange.NewCodes made -> Renewed.codes(made.recoveryCodes(), "The old codes are dead.");
            case FactorChange.NotFresh() -> Renewed.notFresh();
            case FactorChange.Over(), FactorChange.Removed(), FactorChange.NotAccepted(), FactorChange.Enrolled _ ->
                Answer.redirect(
                        Renewed.SECURITY,
                        Note.bad("Recovery codes stand in for a second factor. Add one of those first."));
        };
    }
}
