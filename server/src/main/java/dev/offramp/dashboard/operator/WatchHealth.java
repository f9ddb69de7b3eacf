package dev.offramp.dashboard.operator;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;

/// The page of health again and again, for who leaves it open.
record WatchHealth(ShowHealth page) implements Page {

    static final String PATH = Route.OPERATOR + "/state";

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
        return Answer.fragment(page.body(visit));
    }
}
