package dev.offramp.dashboard.security;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;

/// Asks for a new password.
record ShowPassword() implements Page {

    @Override
    public Route route() {
        return Route.get("/me/password");
    }

    @Override
    public Access access() {
        return Access.signedInAtAll().fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        String next = visit.query().text("next").orElse("");
        return show(visit, Form.blank().with(ChangePassword.NEXT, next));
    }

    static Answer show(Visit visit, Form form) {
        return Answer.refused(
                form.isValid() ? 200 : 422,
                "Change your password",
                out -> JtepasswordGenerated.render(
                        out, null, visit.here(), form, visit.person().email().text()));
    }
}
