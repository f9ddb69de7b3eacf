package dev.offramp.dashboard.security;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.FactorChange;
import dev.offramp.people.People;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;
import java.util.List;

/// Enrols the authenticator app that was offered, by a code of it.
record AddAuthenticator(People people) implements Page {

    static final Field<String> CODE = Fields.code("code", "Code").required();

    @Override
    public Route route() {
        return Route.post("/me/authenticator");
    }

    @Override
    public Access access() {
        return Access.signedIn().fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(CODE);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return again(visit, form);
        }
        FactorChange outcome = visit.commit(tx -> {
            FactorChange change = people.secondFactors().confirmTotp(tx, visit.session(), form.get(CODE));
            return change instanceof FactorChange.Enrolled
                    ? Outcome.done(
                            change,
                            Deed.of(
                                    Action.TOTP_ENABLED,
                                    Subject.Kind.PERSON,
                                    visit.person().id()))
                    : Outcome.refused(change);
        });
        return switch (outcome) {
            case FactorChange.Enrolled enrolled ->
                Renewed.enrolled(enrolled, Note.good("Your authenticator app is on."));
            case FactorChange.NotAccepted() ->
                again(visit, form.refuse(CODE, "That is not the code the app shows now. Look at its clock, too."));
            case FactorChange.Over(), FactorChange.NotFresh(), FactorChange.Removed(), FactorChange.NewCodes _ ->
                over();
        };
    }

    private Answer again(Visit visit, Form form) {
        return visit.view(tx -> people.secondFactors().offeredTotp(tx, visit.session()))
                .map(offer -> ShowAuthenticator.show(visit, form, offer))
                .orElseGet(AddAuthenticator::over);
    }

    private static Answer over() {
        return Answer.redirect(Renewed.SECURITY, Note.bad("There is no app to confirm. Begin again."));
    }
}
