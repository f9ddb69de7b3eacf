package dev.offramp.dashboard.rates;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.rates.Pair;
import java.util.Optional;

/// One pair of production: its rate, all it ever had, and what can be done about it.
record ShowPair(RatesBody body) implements Page {

    static final String PATH = ShowRates.PATH + "/{base}/{quote}";

    @Override
    public Route route() {
        return Route.get(PATH);
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Answer answer(Visit visit) {
        return pair(visit).map(pair -> body.show(visit, pair, Form.blank())).orElseGet(Answer::missing);
    }

    /// The pair in the path, as it is written in links.
    static Optional<Pair> pair(Visit visit) {
        return Pair.parse(visit.path("base"), visit.path("quote"))
                .filter(pair -> pair.base().equals(visit.path("base"))
                        && pair.quote().name().equals(visit.path("quote")));
    }

    static String path(Pair pair) {
        return ShowRates.PATH + "/" + pair.base() + "/" + pair.quote().name();
    }
}
