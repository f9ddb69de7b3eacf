package dev.offramp.rates;

import dev.offramp.db.Transaction;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Production's rates: those the operator set, as long as they hold.
final class ManualRates implements RateSource {

    static final String SOURCE = "manual";

    private final RateStore store;

    ManualRates(RateStore store) {
        this.store = store;
    }

    @Override
    public Map<Pair, Quote> quotes(Transaction tx, Instant now) {
        Map<Pair, Quote> quotes = new HashMap<>();
        for (ManualRate rate : store.last(tx)) {
            if (rate.holdsAt(now)) {
                quotes.put(rate.pair(), new Quote(rate.rate(), SOURCE, rate.setAt()));
            }
        }
        return quotes;
    }

    @Override
    public Map<Pair, QuotedPair.Standing> standings(Transaction tx, Instant now) {
        Map<Pair, QuotedPair.Standing> standings = new HashMap<>();
        store.last(tx).forEach(rate -> standings.put(rate.pair(), rate.standing(now)));
        return standings;
    }
}
