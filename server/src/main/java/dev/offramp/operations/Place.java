package dev.offramp.operations;

import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is counted in one environment: currencies are the same in both.
record Place(Environment environment, AssetCode asset) {

    /// Where two counts differ, one line each.
    static List<String> compare(String one, Map<Place, BigInteger> ones, String other, Map<Place, BigInteger> others) {
        Set<Place> all = new HashSet<>(ones.keySet());
        all.addAll(others.keySet());
        return all.stream()
                .filter(place -> !of(ones, place).equals(of(others, place)))
                .map(place -> "%s: %s units %s, %s %s".formatted(place, of(ones, place), one, of(others, place), other))
                .sorted()
                .toList();
    }

    static BigInteger of(Map<Place, BigInteger> units, Place place) {
        return units.getOrDefault(place, BigInteger.ZERO);
    }

    @Override
    public String toString() {
        return asset + " (" + environment.code() + ")";
    }
}
