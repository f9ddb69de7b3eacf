package dev.offramp.dashboard.security;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.people.SessionId;
import dev.offramp.people.Sessions;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;

/// Ends one of one's own sessions.
record EndSession(Sessions sessions) implements Page {

    @Override
    public Route route() {
        return Route.post("/me/sessions/{session}/end");
    }

    @Override
    public Access access() {
        return Access.signedIn();
    }

    @Override
    public Answer answer(Visit visit) {
        boolean isEnded = visit.id("session")
                .map(SessionId::new)
                .map(id -> visit.commit(tx -> sessions.revoke(tx, visit.person().id(), id)
                        ? Outcome.done(true, Deed.of(Action.SESSION_REVOKED, Subject.Kind.SESSION, id))
                        : Outcome.refused(false)))
                .orElse(false);
        return isEnded ? Answer.redirect(Renewed.SECURITY, Note.good("That session is over.")) : Answer.missing();
    }
}
