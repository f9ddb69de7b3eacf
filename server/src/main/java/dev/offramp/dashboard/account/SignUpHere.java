package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.Password;
import dev.offramp.people.SignUp;
import dev.offramp.people.SignUpRule;
import dev.offramp.people.SignUps;
import dev.offramp.trail.Action;
import java.util.List;

/// Makes an account with a business. The answer is the same where the address has an account already.
record SignUpHere(Joining joining, ShowSignUp page) implements Page {

    @Override
    public Route route() {
        return Route.post("/sign-up");
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(SignUpForm.NAME, SignUpForm.BUSINESS, SignUpForm.EMAIL, SignUpForm.PASSWORD);
    }

    @Override
    public Answer answer(Visit visit) {
        SignUps signUps = joining.people().signUps();
        Form form = visit.form();
        // Where nobody may, or a letter must come first, what was typed does not matter.
        if (signUps.rule() != SignUpRule.OPEN || page.isMailOn() || !form.isValid()) {
            return page.show(visit, form);
        }
        SignUps.Form wish = new SignUps.Form(
                form.get(SignUpForm.NAME),
                form.get(SignUpForm.EMAIL),
                new Password(form.get(SignUpForm.PASSWORD)),
                form.get(SignUpForm.BUSINESS));
        SignUp outcome = signUps.signUp(wish, visit.browser(), joining.watching(visit, Action.INTEGRATION_CREATED));
        return outcome instanceof SignUp.Received
                ? Answer.redirect("/sign-in", Note.good("Done. Now sign in with that address and password."))
                : page.show(visit, SignUpForm.refuse(form, outcome));
    }
}
