package dev.offramp.payouts;

import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Environment;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which rail serves which currency in which environment. A currency without one is not paid out.
public final class Rails {

    private final Map<Environment, Map<Fiat, Rail>> byEnvironment = new EnumMap<>(Environment.class);

    /// A payout that there never was, to ask a rail about it.
    public static final PayoutReference NO_PAYOUT = new PayoutReference("po000000000000000000000000");

    /// Which one serves what.
    public record Serving(Environment environment, Fiat currency, Rail rail) {}

    /// No rail at all.
    public static Rails none() {
        return new Rails();
    }

    /// These and `rail` for `currency` in `environment`.
    public Rails with(Environment environment, Fiat currency, Rail rail) {
        Rails more = new Rails();
        byEnvironment.forEach((known, rails) -> more.in(known).putAll(rails));
        more.in(environment).put(currency, rail);
        return more;
    }

    private Map<Fiat, Rail> in(Environment environment) {
        return byEnvironment.computeIfAbsent(environment, _ -> new EnumMap<>(Fiat.class));
    }

    public List<Serving> all() {
        return byEnvironment.entrySet().stream()
                .flatMap(rails -> rails.getValue().entrySet().stream()
                        .map(one -> new Serving(rails.getKey(), one.getKey(), one.getValue())))
                .toList();
    }

    Optional<Rail> serving(Environment environment, Fiat currency) {
        return Optional.ofNullable(
                byEnvironment.getOrDefault(environment, Map.of()).get(currency));
    }
}
