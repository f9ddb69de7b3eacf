package dev.offramp.dashboard.operator;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import java.util.Optional;

/// The books, held against deposits, payouts, withdrawals, chains and rails.
record ShowReconciliation(ReconciliationBody body) implements Page {

    static final String PATH = "/operator/reconciliation";

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
        return Optional.of(new Menu(Menu.Group.OPERATOR, "Reconciliation"));
    }

    @Override
    public Answer answer(Visit visit) {
        ReconciliationBody.View view = body.view(visit);
        return Answer.page(
                "Reconciliation",
                out -> JtereconciliationGenerated.render(out, null, visit.here(), body.state(visit, view), view));
    }
}
