package dev.offramp.dashboard.chains;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import java.util.Optional;

/// Booked deposits that left their chain: those that wait for a decision, and those decided last.
record ShowIncidents(IncidentsBody body) implements Page {

    static final String PATH = "/operator/incidents";

    @Override
    public Route route() {
        return Route.get(PATH);
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.OPERATOR, "Incidents"));
    }

    @Override
    public Answer answer(Visit visit) {
        IncidentsBody.View view = body.view(visit);
        return Answer.page("Incidents", out -> JteincidentsGenerated.render(out, null, visit.here(), view));
    }
}
