package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Cookie;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.Password;
import dev.offramp.people.PasswordResets;
import dev.offramp.people.People;
import dev.offramp.people.Token;
import dev.offramp.people.Witness;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;
import java.util.List;

/// Sets a new password by a link. It signs nobody in.
record ResetPassword(People people) implements Page {

    static final Field<String> PASSWORD = PasswordField.of("New password");

    @Override
    public Route route() {
        return Route.post(ShowReset.PATH);
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(PASSWORD);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        return form.isValid() ? set(visit, form) : ShowReset.show(people, visit, form);
    }

    private Answer set(Visit visit, Form form) {
        PasswordResets.Outcome outcome = people.passwordResets()
                .use(new Token(visit.path("token")), new Password(form.get(PASSWORD)), watching(visit));
        return switch (outcome) {
            case PasswordResets.Outcome.Done _ ->
                Answer.redirect("/sign-in", Note.good("The new password is set. Sign in with it."))
                        .with(Cookie.removed(Cookie.Name.SESSION));
            case PasswordResets.Outcome.NoLink() -> ShowReset.over();
            case PasswordResets.Outcome.Unfit(var problem) ->
                ShowReset.show(people, visit, form.refuse(PASSWORD, PasswordField.words(problem)));
            case PasswordResets.Outcome.Busy() -> ShowReset.show(people, visit, Entrance.busy(form));
        };
    }

    private Witness<PasswordResets.Outcome> watching(Visit visit) {
        return (tx, outcome) -> {
            if (outcome instanceof PasswordResets.Outcome.Done(var id)) {
                people.find(tx, id)
                        .ifPresent(person -> visit.record(
                                tx, person, Deed.of(Action.PASSWORD_RESET, Subject.Kind.PERSON, person.id())));
            }
        };
    }
}
