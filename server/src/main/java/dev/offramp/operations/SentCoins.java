package dev.offramp.operations;

import dev.offramp.db.Transaction;
import dev.offramp.ledger.Account;
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

/// What is asked of withdrawals, all of one moment: the chain has every one that is completed, and at most those
/// that are under way beside them; what is held is what is open.
record SentCoins(Reconciliation.Uses uses, Outside outside) {

    /// The coins of all completed withdrawals.
    Map<Place, BigInteger> booked(Transaction tx) {
        return places(uses.withdrawals().sums(tx).sent());
    }

    /// Where what the sandbox's hot wallets sent lies outside of what withdrawals say, one line each.
    List<String> sentOtherwise(Transaction tx) {
        WithdrawalSums sums = uses.withdrawals().sums(tx);
        List<String> faults = new ArrayList<>();
        Map<Place, BigInteger> least = places(sums.sent());
        Map<Place, BigInteger> most = new HashMap<>(least);
        places(sums.underWay()).forEach((place, units) -> most.merge(place, units, BigInteger::add));
        Map<Place, BigInteger> sent = sent(tx);
        Set<Place> all = new HashSet<>(sent.keySet());
        most.keySet().stream()
                .filter(place -> place.environment() == Environment.DEVELOPMENT)
                .forEach(all::add);
        for (Place place : all) {
            BigInteger truth = Place.of(sent, place);
            if (truth.compareTo(Place.of(least, place)) < 0 || truth.compareTo(Place.of(most, place)) > 0) {
                faults.add("%s: hot wallets sent %s units, withdrawals completed are %s, with those under way %s"
                        .formatted(place, truth, Place.of(least, place), Place.of(most, place)));
            }
        }
        return faults;
    }

    /// Where what is held for withdrawals is not what open ones set aside.
    List<String> heldOtherwise(Transaction tx) {
        WithdrawalSums sums = uses.withdrawals().sums(tx);
        Map<Account, Money> held = uses.ledger().held(tx, "withdrawal");
        Map<Account, Money> open = new HashMap<>();
        sums.held().forEach((tenant, money) -> open.put(Account.tenant(tenant, Fiat.USD), money));
        return held.equals(open) ? List.of() : List.of("held for withdrawals: %s, open: %s".formatted(held, open));
    }

    private Map<Place, BigInteger> sent(Transaction tx) {
        Map<Place, BigInteger> sent = new HashMap<>();
        outside.sent(tx).forEach((code, units) -> sent.put(new Place(Environment.DEVELOPMENT, code), units));
        return sent;
    }

    private static Map<Place, BigInteger> places(Map<WithdrawalSums.Sent, BigInteger> sums) {
        Map<Place, BigInteger> units = new HashMap<>();
        sums.forEach((of, sum) -> units.put(new Place(of.environment(), of.coin()), sum));
        return units;
    }
}
