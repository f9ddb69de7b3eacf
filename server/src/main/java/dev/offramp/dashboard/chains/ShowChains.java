package dev.offramp.dashboard.chains;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.deposits.Deposits;
import java.util.List;
import java.util.Optional;

/// Every chain that was ever looked at.
record ShowChains(Deposits deposits) implements Page {

    @Override
    public Route route() {
        return Route.get("/operator/chains");
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.OPERATOR, "Chains"));
    }

    @Override
    public Answer answer(Visit visit) {
        List<ChainLine> lines = visit.view(deposits::chains).stream()
                .map(state -> new ChainLine(state, visit.now()))
                .toList();
        return Answer.page("Chains", out -> JtechainsGenerated.render(out, null, lines));
    }
}
