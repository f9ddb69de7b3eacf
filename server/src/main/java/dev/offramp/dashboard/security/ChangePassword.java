package dev.offramp.dashboard.security;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Cookie;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.OwnPath;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.account.PasswordField;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.NewPassword;
import dev.offramp.people.Password;
import dev.offramp.people.People;
import dev.offramp.people.PersonChange;
import dev.offramp.people.Token;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;
import java.util.List;

/// Changes the password. All other sessions end, and this one goes on under a new token.
record ChangePassword(People people) implements Page {

    static final Field<String> PASSWORD = PasswordField.of("New password");

    /// Where one wanted to go.
    static final Field<String> NEXT = Fields.text("next", "Next", 1_000);

    @Override
    public Route route() {
        return Route.post("/me/password");
    }

    @Override
    public Access access() {
        return Access.signedInAtAll().fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(PASSWORD, NEXT);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        return form.isValid() ? change(visit, form) : ShowPassword.show(visit, form);
    }

    private Answer change(Visit visit, Form form) {
        NewPassword wish = people.preparePassword(visit.person().id(), new Password(form.get(PASSWORD)));
        return switch (wish) {
            case NewPassword.Prepared prepared -> change(visit, form, prepared);
            case NewPassword.Unfit(var problem) ->
                ShowPassword.show(visit, form.refuse(PASSWORD, PasswordField.words(problem)));
            case NewPassword.Busy() ->
                ShowPassword.show(visit, form.refuse("Many people are signing in at this moment. Try it again."));
        };
    }

    private Answer change(Visit visit, Form form, NewPassword.Prepared prepared) {
        PersonChange outcome = visit.commit(tx -> {
            PersonChange change = people.changePassword(tx, visit.session(), prepared);
            return change instanceof PersonChange.PasswordChanged
                    ? Outcome.done(
                            change,
                            Deed.of(
                                    Action.PASSWORD_CHANGED,
                                    Subject.Kind.PERSON,
                                    visit.person().id()))
                    : Outcome.refused(change);
        });
        return outcome instanceof PersonChange.PasswordChanged(Token token)
                ? Answer.redirect(
                                form.find(NEXT).flatMap(OwnPath::parse).orElse("/me/security"),
                                Note.good("Your password is changed. You are signed out everywhere else."))
                        .with(Cookie.brief(Cookie.Name.SESSION, token.text()))
                : Renewed.notFresh();
    }
}
