package dev.offramp.tenancy;

import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;

/// What a tenant chose, and what the platform takes from it.
///
/// @param merchantReference the integration's; the same in both environments
/// @param receiveCurrency what deposits without a destination of their own become
/// @param markup the business's own margin, folded into the rate; 0 to 10 with at most 2 decimals
public record TenantSettings(
        Tenant tenant, String merchantReference, Fiat receiveCurrency, Percent markup, FeeTiers feeTiers) {

    /// The local currency that is meant where none is named.
    public Fiat localCurrency() {
        return receiveCurrency == Fiat.GHS ? Fiat.GHS : Fiat.NGN;
    }
}
