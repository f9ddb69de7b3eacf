package dev.offramp.dashboard.security;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.account.PasskeyForm;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.FactorChange;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.List;

/// Enrols the passkey that an authenticator made.
record AddPasskey(ShowSecurity security) implements Page {

    static final Field<String> NAME =
            Fields.text("name", "Name of the passkey", 100).required();

    @Override
    public Route route() {
        return Route.post("/me/passkeys");
    }

    @Override
    public Access access() {
        return Access.signedIn().fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(NAME, PasskeyForm.answer());
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (form.isValid() && PasskeyForm.answer(form).isEmpty()) {
            return security.show(visit, form.refuse("Your browser made no passkey. It takes JavaScript to make one."));
        }
        return form.isValid() ? add(visit, form) : security.show(visit, form);
    }

    private Answer add(Visit visit, Form form) {
        FactorChange outcome = visit.commit(tx -> {
            FactorChange change =
                    security.people().passkeys().enrol(tx, visit.session(), form.get(NAME), PasskeyForm.answer(form));
            return change instanceof FactorChange.Enrolled
                    ? Outcome.done(
                            change,
                            Deed.of(
                                            Action.PASSKEY_ADDED,
                                            Subject.Kind.PERSON,
                                            visit.person().id())
                                    .after(Details.of("name", form.get(NAME))))
                    : Outcome.refused(change);
        });
        return switch (outcome) {
            case FactorChange.Enrolled enrolled -> Renewed.enrolled(enrolled, Note.good("Your passkey is added."));
            case FactorChange.NotAccepted() ->
                security.show(visit, form.refuse("What your browser made is no passkey for this site."));
            case FactorChange.Over() -> security.show(visit, form.refuse("That took too long. Try it again."));
            case FactorChange.NotFresh(), FactorChange.Removed(), FactorChange.NewCodes _ -> Renewed.notFresh();
        };
    }
}
