package dev.offramp.dashboard.rates;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// The pages about rates.
public final class RatePages {

    private RatePages() {}

    public static List<Page> all(Uses uses) {
        RatesBody body = new RatesBody(uses.rates());
        return List.of(
                new ShowRates(body),
                new ShowPair(body),
                new SetRate(body),
                new WithdrawRate(uses.rates()),
                new SetSpread(body));
    }
}
