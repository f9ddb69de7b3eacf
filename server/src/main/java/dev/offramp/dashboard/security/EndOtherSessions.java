package dev.offramp.dashboard.security;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.people.Sessions;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;

/// Ends all of one's own sessions but this one.
record EndOtherSessions(Sessions sessions) implements Page {

    @Override
    public Route route() {
        return Route.post("/me/other-sessions/end");
    }

    @Override
    public Access access() {
        return Access.signedIn();
    }

    @Override
    public Answer answer(Visit visit) {
        int ended = visit.commit(tx -> {
            int others = sessions.revokeOthers(tx, visit.session());
            return others == 0
                    ? Outcome.refused(others)
                    : Outcome.done(
                            others,
                            Deed.of(
                                            Action.SESSION_REVOKED,
                                            Subject.Kind.PERSON,
                                            visit.person().id())
                                    .after(Details.of("sessions ended", others)));
        });
        return Answer.redirect(
                Renewed.SECURITY,
                Note.good(ended == 0 ? "There was no other session." : "You are signed out everywhere else."));
    }
}
