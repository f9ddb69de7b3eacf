package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;

/// Asks somebody who signed in a while ago whether it is still them.
record ShowConfirmation(Entrance entrance) implements Page {

    @Override
    public Route route() {
        return Route.get("/confirm");
    }

    @Override
    public Access access() {
        return Access.signedInAtAll();
    }

    @Override
    public Answer answer(Visit visit) {
        String next = visit.query().text("next").orElse("");
        return entrance.confirm(visit, Form.blank().with(SignInForm.NEXT, next));
    }
}
