package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import java.util.List;
import java.util.Optional;

/// The endpoints of a business, oldest first, and from where they are called.
record ListEndpoints(Uses uses) implements Page {

    static final String PATH = "/developers/webhooks";
    static final String TITLE = "Webhooks";

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.DEVELOPERS, TITLE));
    }

    @Override
    public Answer answer(Visit visit) {
        List<EndpointView> all = visit.view(tx -> uses.webhooks().endpoints(tx, visit.tenant())).stream()
                .map(EndpointView::of)
                .toList();
        List<String> senders = uses.settings().webhookSenders();
        return Answer.page(TITLE, out -> JtelistGenerated.render(out, null, visit.here(), all, senders));
    }
}
