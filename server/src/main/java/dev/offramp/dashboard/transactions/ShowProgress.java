package dev.offramp.dashboard.transactions;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;

/// The part of a transaction's page that updates itself.
record ShowProgress(LifeReader reader) implements Page {

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + ShowTransaction.PATH + "/progress");
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Shows shows() {
        return Shows.FRAGMENT;
    }

    @Override
    public Answer answer(Visit visit) {
        return reader.read(visit)
                .map(life -> Answer.fragment(out -> JteprogressGenerated.render(out, null, visit.here(), life)))
                .orElseGet(Answer::missing);
    }
}
