package dev.offramp.dashboard.rates;

import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Here;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.part.Places;
import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;
import dev.offramp.rates.ManualRate;
import dev.offramp.rates.Pair;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Environment;
import gg.jte.html.HtmlContent;
import java.util.List;
import java.util.Map;

/// Rates as their pages show them.
record RatesBody(Rates rates) {

    private static final int HISTORY_MAX = 100;

    /// What the page of all rates shows.
    record View(List<Board> boards) {}

    /// The rates of one environment.
    record Board(Environment environment, List<RateLine> lines, Map<Fiat, Percent> spreads) {

        String name() {
            return Places.name(environment);
        }

        String spread(Fiat currency) {
            Percent spread = spreads.getOrDefault(currency, Percent.ZERO);
            return spread.value().stripTrailingZeros().toPlainString() + " %";
        }
    }

    /// What the page of one pair shows.
    record PairView(RateLine line, List<ManualRate> history) {}

    Answer show(Visit visit, Form form) {
        View view = visit.view(tx ->
                new View(List.of(board(tx, visit, Environment.PRODUCTION), board(tx, visit, Environment.DEVELOPMENT))));
        Here here = visit.here();
        HtmlContent html = out -> JteratesGenerated.render(out, null, here, view, form);
        return form.isValid() ? Answer.page("Rates", html) : Answer.invalid("Rates", html);
    }

    private Board board(Transaction tx, Visit visit, Environment environment) {
        List<RateLine> lines = rates.quotedPairs(tx, environment).stream()
                .map(quoted -> new RateLine(quoted, visit.now()))
                .toList();
        return new Board(environment, lines, rates.spreads(tx, environment));
    }

    /// A pair of production, with all rates it ever had.
    Answer show(Visit visit, Pair pair, Form form) {
        Here here = visit.here();
        return visit.view(tx -> rates.quotedPairs(tx, Environment.PRODUCTION).stream()
                        .filter(quoted -> quoted.pair().equals(pair))
                        .findFirst()
                        .map(quoted -> new PairView(
                                new RateLine(quoted, visit.now()),
                                rates.history(tx, pair).stream()
                                        .limit(HISTORY_MAX)
                                        .toList())))
                .map(view -> {
                    HtmlContent html = out -> JtepairGenerated.render(out, null, here, view, form);
                    return form.isValid() ? Answer.page(pair.toString(), html) : Answer.invalid(pair.toString(), html);
                })
                .orElseGet(Answer::missing);
    }
}
