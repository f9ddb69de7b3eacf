package dev.offramp.dashboard.chains;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import java.util.Optional;

/// The wallets that coins are sent from. What they hold only the chains can tell, and a chain may take its time: the
/// page comes at once and asks for that part afterwards.
record ShowHotWallets() implements Page {

    static final String PATH = "/operator/hot-wallets";

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
        return Optional.of(new Menu(Menu.Group.OPERATOR, "Hot wallets"));
    }

    @Override
    public Answer answer(Visit visit) {
        return Answer.page("Hot wallets", out -> JtehotWalletsGenerated.render(out, null));
    }
}
