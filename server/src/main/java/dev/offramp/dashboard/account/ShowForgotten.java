package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;

/// Asks whose password was forgotten, or says who can help where nothing is mailed.
record ShowForgotten(boolean isMailOn) implements Page {

    static final String PATH = "/forgot-password";

    @Override
    public Route route() {
        return Route.get(PATH);
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public Answer answer(Visit visit) {
        return show(visit, Form.blank());
    }

    Answer show(Visit visit, Form form) {
        return Answer.refused(
                form.isValid() ? 200 : 422,
                "Forgot your password?",
                out -> JteforgottenGenerated.render(out, null, visit.here(), form, isMailOn));
    }
}
