package dev.offramp.dashboard.transactions;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;

/// One transaction: what it is, where it stands, all that happened to it and every ledger line.
record ShowTransaction(LifeReader reader) implements Page {

    static final String PATH = ListTransactions.PATH + "/{transaction}";

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Answer answer(Visit visit) {
        return reader.read(visit)
                .map(life -> Answer.page("Transaction", out -> JteshowGenerated.render(out, null, visit.here(), life)))
                .orElseGet(Answer::missing);
    }
}
