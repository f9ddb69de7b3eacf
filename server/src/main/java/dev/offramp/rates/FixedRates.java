package dev.offramp.rates;

import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Rate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The sandbox's rates: the same for ever, so that an integrator's tests can state amounts. Listed in
/// `docs/site/self-hosting/rates.md`.
final class FixedRates implements RateSource {

    static final String SOURCE = "fixed";

    private static final Map<Pair, Rate> RATES = Map.ofEntries(
            Map.entry(Pair.dollarIn(Fiat.NGN), Rate.of("1605")),
            Map.entry(Pair.dollarIn(Fiat.GHS), Rate.of("11.2")),
            Map.entry(Pair.price("USDT"), Rate.ONE),
            Map.entry(Pair.price("USDC"), Rate.ONE),
            Map.entry(Pair.price("BTC"), Rate.of("100000")),
            Map.entry(Pair.price("ETH"), Rate.of("3000")),
            Map.entry(Pair.price("SOL"), Rate.of("150")),
            Map.entry(Pair.price("TRX"), Rate.of("0.1")),
            Map.entry(Pair.price("BCH"), Rate.of("500")),
            Map.entry(Pair.price("DOGE"), Rate.of("0.2")),
            Map.entry(Pair.price("LTC"), Rate.of("80")),
            Map.entry(Pair.price("AVAX"), Rate.of("25")));

    @Override
    public Map<Pair, Quote> quotes(Transaction tx, Instant now) {
        return RATES.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Quote(entry.getValue(), SOURCE, now)));
    }

    @Override
    public Map<Pair, QuotedPair.Standing> standings(Transaction tx, Instant now) {
        return quotes(tx, now).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new QuotedPair.Standing.Fresh(entry.getValue(), Optional.empty())));
    }
}
