package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.db.ObjectId;
import dev.offramp.outflows.Outflow;
import java.util.Optional;

/// One outflow; its state updates itself until it has ended.
///
/// @param isPart only the state
record ShowOutflow(Uses uses, boolean isPart) implements Page {

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + ListOutflows.PATH + "/{outflow}" + (isPart ? "/state" : ""));
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Shows shows() {
        return isPart ? Shows.FRAGMENT : Shows.PAGE;
    }

    @Override
    public Answer answer(Visit visit) {
        Optional<ObjectId> id = visit.id("outflow");
        Optional<Outflow> found =
                id.flatMap(known -> visit.view(tx -> uses.outflows().find(tx, visit.tenant(), known.value())));
        return found.map(OutflowView::of)
                .filter(view ->
                        id.filter(known -> known.value().equals(view.id())).isPresent())
                .map(view -> isPart
                        ? Answer.fragment(out -> JtestateGenerated.render(out, null, visit.here(), view))
                        : Answer.page("Withdrawal", out -> JteshowGenerated.render(out, null, visit.here(), view)))
                .orElseGet(Answer::missing);
    }
}
