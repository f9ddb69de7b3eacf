package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Cookie;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.people.People;
import dev.offramp.people.Session;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;

/// Ends the session of this browser.
record SignOut(People people) implements Page {

    @Override
    public Route route() {
        return Route.post("/sign-out");
    }

    @Override
    public Access access() {
        return Access.signedInAtAll();
    }

    @Override
    public Answer answer(Visit visit) {
        Session session = visit.session();
        visit.commit(tx -> people.sessions().revoke(tx, session.person(), session.id())
                ? Outcome.done(true, Deed.of(Action.SIGNED_OUT, Subject.Kind.SESSION, session.id()))
                : Outcome.refused(false));
        return Answer.redirect("/", Note.good("You are signed out."))
                .with(Cookie.removed(Cookie.Name.SESSION))
                .with(Cookie.removed(Cookie.Name.STEP));
    }
}
