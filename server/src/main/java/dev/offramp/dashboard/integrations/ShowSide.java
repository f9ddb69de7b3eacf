package dev.offramp.dashboard.integrations;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;

/// A business's fees and limits in one environment, to be changed.
record ShowSide(IntegrationBody body) implements Page {

    @Override
    public Route route() {
        return Route.get(IntegrationBody.SIDE);
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Answer answer(Visit visit) {
        return body.side(visit, Form.blank());
    }
}
