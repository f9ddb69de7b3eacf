package dev.offramp.dashboard.operator;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;

/// The part of its page that changes while a reconciliation is under way.
record WatchReconciliation(ReconciliationBody body) implements Page {

    static final String PATH = ShowReconciliation.PATH + "/state";

    @Override
    public Route route() {
        return Route.get(PATH);
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Shows shows() {
        return Shows.FRAGMENT;
    }

    @Override
    public Answer answer(Visit visit) {
        return Answer.fragment(body.state(visit, body.view(visit)));
    }
}
