package dev.offramp.health;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.chains.ChainId;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.ChainState;
import dev.offramp.deposits.Deposits;
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.RailState;
import dev.offramp.rates.QuotedPair;
import dev.offramp.rates.Rates;
import dev.offramp.requests.AnsweredCount;
import dev.offramp.requests.Requests;
import dev.offramp.tenancy.Environment;
import dev.offramp.webhooks.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the rooms that do the work say of it, read from their tables. A later component joins by a method here.
///
/// @param watched the chains that are followed
record Findings(Uses uses, List<ChainId> watched, boolean isProductionEnabled) {

    /// The rooms that are asked.
    record Uses(Deposits deposits, Payouts payouts, Webhooks webhooks, Rates rates, Assets assets, Requests requests) {}

    static final Duration LATELY = Duration.ofMinutes(1);

    /// A delivery that is due leaves within seconds.
    static final Duration DELIVERY_LATE = Duration.ofMinutes(1);

    static final Duration DELIVERY_STUCK = Duration.ofMinutes(10);

    /// One failure among few requests is no measure.
    private static final long FEW = 3;

    private static final int DEGRADED_FROM = 20;

    List<Finding> read(Transaction tx, Instant now) {
        List<Finding> all = new ArrayList<>();
        all.add(api(uses.requests().answered(tx, now.minus(LATELY))));
        all.add(webhooks(uses.webhooks().oldestDue(tx).map(due -> Duration.between(due, now))));
        all.add(rates(tx));
        all.addAll(chains(tx, now));
        uses.payouts().rails(tx, now).stream()
                .filter(RailState::isServed)
                .map(rail -> RailFinding.of(rail, now))
                .forEach(all::add);
        return all;
    }

    static Finding api(AnsweredCount lately) {
        if (lately.failed() >= FEW && lately.failed() * 2 >= lately.all()) {
            return Finding.down(Component.API, "Most requests of the last minute failed.");
        }
        return lately.failed() >= FEW && lately.failed() * DEGRADED_FROM >= lately.all()
                ? Finding.degraded(Component.API, "Some requests of the last minute failed.")
                : Finding.good(Component.API, "Requests are answered.");
    }

    /// @param age of the oldest delivery that is due
    static Finding webhooks(Optional<Duration> age) {
        if (age.isEmpty()) {
            return Finding.good(Component.WEBHOOKS, "No delivery waits.");
        }
        String words = "The oldest delivery that is due has waited " + Ages.words(age.get()) + ".";
        if (age.get().compareTo(DELIVERY_STUCK) > 0) {
            return Finding.down(Component.WEBHOOKS, words);
        }
        return age.get().compareTo(DELIVERY_LATE) > 0
                ? Finding.degraded(Component.WEBHOOKS, words)
                : Finding.good(Component.WEBHOOKS, words);
    }

    private Finding rates(Transaction tx) {
        Environment shown = isProductionEnabled ? Environment.PRODUCTION : Environment.DEVELOPMENT;
        Set<String> needed = symbols(shown);
        return rates(uses.rates().quotedPairs(tx, shown).stream()
                .filter(pair -> !(pair.standing() instanceof QuotedPair.Standing.Missing)
                        || needed.contains(pair.pair().base()))
                .toList());
    }

    /// The catalogue has more coins than are taken here.
    private Set<String> symbols(Environment environment) {
        return uses.assets().list(environment).stream()
                .filter(asset -> watched.contains(new ChainId(environment, asset.network())))
                .map(Asset::symbol)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Finding rates(List<QuotedPair> pairs) {
        long usable = pairs.stream().filter(QuotedPair::isUsable).count();
        if (usable == pairs.size()) {
            return Finding.good(Component.RATES, "All rates are fresh.");
        }
        return usable == 0
                ? Finding.down(Component.RATES, "There is no rate. Deposits wait for one.")
                : Finding.degraded(Component.RATES, "Stale or missing: " + names(pairs) + ".");
    }

    private static String names(List<QuotedPair> pairs) {
        return pairs.stream()
                .filter(pair -> !pair.isUsable())
                .map(pair -> pair.pair().toString())
                .collect(Collectors.joining(", "));
    }

    private List<Finding> chains(Transaction tx, Instant now) {
        Map<ChainId, ChainState> known =
                uses.deposits().chains(tx).stream().collect(Collectors.toMap(ChainState::chain, Function.identity()));
        return watched.stream()
                .map(chain -> ChainFinding.of(chain, Optional.ofNullable(known.get(chain)), now))
                .toList();
    }
}
