package dev.offramp.dashboard.integrations;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;

/// One business, and what can be done about it.
record ShowIntegration(IntegrationBody body) implements Page {

    @Override
    public Route route() {
        return Route.get(IntegrationBody.PATH);
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Answer answer(Visit visit) {
        return body.show(visit);
    }
}
