package dev.offramp.tenancy;

import dev.offramp.money.Percent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The platform fee on deposits, by their size in dollars: an amount belongs to the tier with the greatest `minUsd`
/// not above it.
///
/// @param tiers at least one, the first from 0, each from a greater amount than the one before
public record FeeTiers(List<Tier> tiers) {

    private static final int TIERS_MAX = 20;
    private static final int DECIMALS_MAX = 4;
    private static final BigDecimal PERCENT_MAX = BigDecimal.valueOf(50);

    /// What every tenant starts with.
    public static final FeeTiers STANDARD = new FeeTiers(List.of(
            new Tier(0, Percent.of("0.5")), new Tier(1000, Percent.of("0.5")), new Tier(5000, Percent.of("0.5"))));

    /// @param minUsd whole dollars
    public record Tier(long minUsd, Percent percent) {}

    /// A tier with its upper end, in whole dollars, as the wire shows it; the last has none.
    public record Band(long minUsd, Optional<Long> maxUsd, Percent percent) {}

    public FeeTiers {
        tiers = List.copyOf(tiers);
        problem(tiers).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
    }

    /// Why these are no fee tiers; empty when they are.
    static Optional<String> problem(List<Tier> tiers) {
        if (tiers.isEmpty() || tiers.size() > TIERS_MAX) {
            return Optional.of("there are 1 to " + TIERS_MAX + " tiers");
        }
        if (tiers.getFirst().minUsd != 0) {
            return Optional.of("the first tier starts at 0");
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).minUsd <= tiers.get(i - 1).minUsd) {
                return Optional.of("each tier starts above the one before");
            }
        }
        return tiers.stream().allMatch(tier -> isFee(tier.percent.value()))
                ? Optional.empty()
                : Optional.of("a fee is at most " + PERCENT_MAX + " percent with " + DECIMALS_MAX + " decimals");
    }

    private static boolean isFee(BigDecimal percent) {
        return percent.compareTo(PERCENT_MAX) <= 0
                && percent.stripTrailingZeros().scale() <= DECIMALS_MAX;
    }

    /// The fee on a deposit worth `usd`, which is not negative.
    public Percent percentFor(BigDecimal usd) {
        for (Tier tier : tiers.reversed()) {
            if (usd.compareTo(BigDecimal.valueOf(tier.minUsd)) >= 0) {
                return tier.percent;
            }
        }
        throw new IllegalArgumentException("no deposit is worth " + usd);
    }

    public List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            Optional<Long> max = i + 1 < tiers.size() ? Optional.of(tiers.get(i + 1).minUsd - 1) : Optional.empty();
            bands.add(new Band(tiers.get(i).minUsd, max, tiers.get(i).percent));
        }
        return List.copyOf(bands);
    }
}
