package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Cookie;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;

/// Asks for the second factor of who has given a right password.
record ShowCode(Entrance entrance) implements Page {

    @Override
    public Route route() {
        return Route.get("/sign-in/code");
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public Answer answer(Visit visit) {
        String next = visit.query().text("next").orElse("");
        return visit.token(Cookie.Name.STEP)
                .flatMap(step -> entrance.people().signIns().outstanding(step))
                .map(_ -> entrance.code(visit, Form.blank().with(SignInForm.NEXT, next), "/sign-in/code"))
                .orElseGet(() -> Answer.redirect("/sign-in"));
    }
}
