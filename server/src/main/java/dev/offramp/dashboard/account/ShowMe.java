package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.people.Person;
import dev.offramp.people.Session;

/// What somebody is to this installation.
public record ShowMe() implements Page {

    /// What the page shows.
    public record View(Person person, Session session) {

        public Badge factor() {
            return person.hasSecondFactor() ? Badge.good("Enrolled") : Badge.waiting("None yet");
        }
    }

    @Override
    public Route route() {
        return Route.get("/me");
    }

    @Override
    public Access access() {
        return Access.signedIn();
    }

    @Override
    public Answer answer(Visit visit) {
        View view = new View(visit.person(), visit.session());
        return Answer.page("Your account", out -> JtemeGenerated.render(out, null, view));
    }
}
