package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;

/// The beginning: the sign-in page, or whoever is signed in is sent home.
record Front(Entrance entrance) implements Page {

    @Override
    public Route route() {
        return Route.get("/");
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.isSignedIn() ? Answer.redirect(visit.home()) : entrance.signIn(visit, Form.blank());
    }
}
