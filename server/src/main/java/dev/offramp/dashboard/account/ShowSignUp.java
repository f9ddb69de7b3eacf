package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.people.SignUpRule;
import dev.offramp.people.SignUps;

/// Getting an account and a business, where that is open; else, why it is not.
///
/// @param isMailOn whether the address is proven by a letter first
public record ShowSignUp(SignUps signUps, boolean isMailOn) implements Page {

    private static final String TITLE = "Create an account";

    @Override
    public Route route() {
        return Route.get("/sign-up");
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.isSignedIn()
                ? Answer.redirect("/")
                : Answer.page(
                        TITLE,
                        out -> JtesignUpGenerated.render(out, null, visit.here(), Form.blank(), rule(), isMailOn));
    }

    SignUpRule rule() {
        return signUps.rule();
    }

    /// Once more, with what is wrong.
    Answer show(Visit visit, Form form) {
        int status = rule() == SignUpRule.OPEN ? 422 : 403;
        return Answer.refused(
                status, TITLE, out -> JtesignUpGenerated.render(out, null, visit.here(), form, rule(), isMailOn));
    }
}
