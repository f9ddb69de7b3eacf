package dev.offramp.dashboard.rates;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import java.util.Optional;

/// How the rate of every pair stands, in both environments.
record ShowRates(RatesBody body) implements Page {

    static final String PATH = "/operator/rates";

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
        return Optional.of(new Menu(Menu.Group.OPERATOR, "Rates"));
    }

    @Override
    public Answer answer(Visit visit) {
        return body.show(visit, Form.blank());
    }
}
