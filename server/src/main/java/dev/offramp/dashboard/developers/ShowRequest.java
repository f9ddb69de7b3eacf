package dev.offramp.dashboard.developers;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;

/// One request, found by the id that its answer carried.
record ShowRequest(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + ListRequests.PATH + "/{request}");
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.id("request")
                .flatMap(id -> visit.view(tx -> uses.requests().find(tx, visit.tenant(), id)))
                .map(RequestView::of)
                .map(view -> Answer.page("Request", out -> JterequestGenerated.render(out, null, visit.here(), view)))
                .orElseGet(Answer::missing);
    }
}
