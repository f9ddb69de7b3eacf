package dev.offramp.dashboard.chains;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.deposits.Deposits;
import dev.offramp.trail.Action;

/// Undoes what was booked for a deposit that is gone.
record CorrectIncident(Deposits deposits) implements Page {

    @Override
    public Route route() {
        return Route.post(ShowIncidents.PATH + "/{deposit}/correct");
    }

    @Override
    public Access access() {
        return Access.operator().fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        String by = visit.person().email().text();
        return IncidentDeed.decide(
                visit, Action.INCIDENT_CORRECTED, "The books are corrected.", (tx, id) -> deposits.correct(tx, id, by));
    }
}
