package dev.offramp.app;

import dev.offramp.app.Audit.Place;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.chains.simulated.Coin;
import dev.offramp.db.Transaction;
import dev.offramp.ledger.Account;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import dev.offramp.withdrawals.WithdrawalSums;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the audit asks of withdrawals, all of one moment: the chain has every one that is completed, and at most those
/// that are under way beside them; what is held is what is open.
record SentCoins(Platform platform) {

    /// The coins of all completed withdrawals.
    Map<Place, BigInteger> booked(Transaction tx) {
        return places(platform.withdrawals().sums(tx).sent());
    }

    List<String> faults(Transaction tx) {
        WithdrawalSums sums = platform.withdrawals().sums(tx);
        List<String> faults = new ArrayList<>(againstHolds(tx, sums));
        Map<Place, BigInteger> least = places(sums.sent());
        Map<Place, BigInteger> most = new HashMap<>(least);
        places(sums.underWay()).forEach((place, units) -> most.merge(place, units, BigInteger::add));
        Map<Place, BigInteger> sent = sent(tx);
        Set<Place> all = new HashSet<>(sent.keySet());
        most.keySet().stream()
                .filter(place -> place.environment() == Environment.DEVELOPMENT)
                .forEach(all::add);
        for (Place place : all) {
            BigInteger truth = units(sent, place);
            if (truth.compareTo(units(least, place)) < 0 || truth.compareTo(units(most, place)) > 0) {
                faults.add("%s: hot wallets sent %s units, withdrawals completed are %s, with those under way %s"
                        .formatted(place, truth, units(least, place), units(most, place)));
            }
        }
        return faults;
    }

    private List<String> againstHolds(Transaction tx, WithdrawalSums sums) {
        Map<Account, Money> held = platform.ledger().held(tx, "withdrawal");
        Map<Account, Money> open = new HashMap<>();
        sums.held().forEach((tenant, money) -> open.put(Account.tenant(tenant, Fiat.USD), money));
        return held.equals(open) ? List.of() : List.of("held for withdrawals: %s, open: %s".formatted(held, open));
    }

    /// What the simulated chains say. On them a token's contract is its code.
    private Map<Place, BigInteger> sent(Transaction tx) {
        Map<Place, BigInteger> sent = new HashMap<>();
        for (TokenNetwork network : TokenNetwork.values()) {
            for (Map.Entry<Coin, BigInteger> each :
                    platform.sandbox().sent(tx, network.network()).entrySet()) {
                each.getKey()
                        .contract()
                        .map(Address::value)
                        .map(AssetCode::new)
                        .ifPresent(code -> sent.put(new Place(Environment.DEVELOPMENT, code), each.getValue()));
            }
        }
        return sent;
    }

    private static Map<Place, BigInteger> places(Map<WithdrawalSums.Sent, BigInteger> sums) {
        Map<Place, BigInteger> units = new HashMap<>();
        sums.forEach((of, sum) -> units.put(new Place(of.environment(), of.coin()), sum));
        return units;
    }

    private static BigInteger units(Map<Place, BigInteger> units, Place place) {
        return units.getOrDefault(place, BigInteger.ZERO);
    }
}
