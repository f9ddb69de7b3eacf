package dev.offramp.tenancy;

import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;
import java.math.BigDecimal;
import java.util.Optional;

/// What a tenant chose, and what the platform takes from it.
///
/// @param merchantReference the integration's; the same in both environments
/// @param receiveCurrency what deposits without a destination of their own become
/// @param markup the business's own margin, folded into the rate; 0 to 10 with at most 2 decimals
public record TenantSettings(
        Tenant tenant, String merchantReference, Fiat receiveCurrency, Percent markup, FeeTiers feeTiers) {

    private static final BigDecimal MARKUP_MAX = BigDecimal.TEN;
    private static final int MARKUP_DECIMALS = 2;

    /// Empty for what is no markup. Without trailing zeros, but never with an exponent: 0.5 for 0.50, 10 for 1E+1.
    static Optional<Percent> readMarkup(BigDecimal percent) {
        BigDecimal stripped = percent.stripTrailingZeros();
        BigDecimal plain = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        boolean isMarkup = plain.signum() >= 0 && plain.compareTo(MARKUP_MAX) <= 0 && plain.scale() <= MARKUP_DECIMALS;
        return isMarkup ? Optional.of(new Percent(plain)) : Optional.empty();
    }

    /// The local currency that is meant where none is named.
    public Fiat localCurrency() {
        return receiveCurrency == Fiat.GHS ? Fiat.GHS : Fiat.NGN;
    }
}
