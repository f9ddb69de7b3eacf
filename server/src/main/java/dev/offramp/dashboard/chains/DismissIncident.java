package dev.offramp.dashboard.chains;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.deposits.Deposits;
import dev.offramp.trail.Action;

/// Frees what is held for a deposit that is on the chain again.
record DismissIncident(Deposits deposits) implements Page {

    @Override
    public Route route() {
        return Route.post(ShowIncidents.PATH + "/{deposit}/dismiss");
    }

    @Override
    public Access access() {
        return Access.operator().fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        String by = visit.person().email().text();
        return IncidentDeed.decide(
                visit,
                Action.INCIDENT_DISMISSED,
                "What was held is free again.",
                (tx, id) -> deposits.dismiss(tx, id, by));
    }
}
