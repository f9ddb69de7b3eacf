package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;

/// Signing in, on the way to another page.
record ShowSignIn(Entrance entrance) implements Page {

    @Override
    public Route route() {
        return Route.get("/sign-in");
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public Answer answer(Visit visit) {
        String next = visit.query().text("next").orElse("");
        return visit.isSignedIn()
                ? Answer.redirect("/")
                : entrance.signIn(visit, Form.blank().with(SignInForm.NEXT, next));
    }
}
