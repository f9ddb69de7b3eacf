package dev.offramp.dashboard.operator;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import gg.jte.html.HtmlContent;
import java.util.List;
import java.util.Optional;

/// Where an operator begins: what wants attention, and how everything stands.
record ShowHealth(Health health) implements Page {

    /// What the page shows.
    record View(List<Health.Part> parts) {

        List<Health.Part> wanting() {
            return parts.stream().filter(Health.Part::wantsAttention).toList();
        }
    }

    @Override
    public Route route() {
        return Route.get(Route.OPERATOR);
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.OPERATOR, "Health"));
    }

    @Override
    public Answer answer(Visit visit) {
        return Answer.page("Health", body(visit));
    }

    HtmlContent body(Visit visit) {
        View view = visit.view(tx -> new View(health.parts(tx, visit.now())));
        return out -> JtehealthGenerated.render(out, null, view);
    }
}
