package dev.offramp.dashboard.held;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import java.util.List;
import java.util.Optional;

/// Flagged deposits that wait for a decision, oldest first.
record ShowFlagged(HeldDeposits held) implements Page {

    static final String PATH = "/operator/deposits/flagged";

    /// What the page shows.
    ///
    /// @param count of all, listed or not
    record View(List<HeldDeposit> waiting, long count) {}

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
        return Optional.of(new Menu(Menu.Group.OPERATOR, "Flagged deposits"));
    }

    @Override
    public Answer answer(Visit visit) {
        View view = visit.view(tx -> new View(held.waiting(tx), held.count(tx)));
        return Answer.page("Flagged deposits", out -> JteflaggedGenerated.render(out, null, view));
    }
}
