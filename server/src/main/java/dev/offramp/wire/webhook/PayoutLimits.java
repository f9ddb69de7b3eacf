package dev.offramp.wire.webhook;

import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.PayoutTerms;
import dev.offramp.payouts.Payouts;
import dev.offramp.tenancy.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What tenants may be paid out, asked once per batch of facts and tenant.
final class PayoutLimits {

    private final Payouts payouts;
    private final Transaction tx;
    private final Map<Of, Optional<PayoutTerms>> known = new HashMap<>();

    private record Of(Tenant tenant, Fiat currency) {}

    PayoutLimits(Payouts payouts, Transaction tx) {
        this.payouts = payouts;
        this.tx = tx;
    }

    /// Empty when no rail pays the currency.
    Optional<PayoutTerms> of(Tenant tenant, Fiat currency) {
        return known.computeIfAbsent(new Of(tenant, currency), of -> payouts.terms(tx, of.tenant, of.currency));
    }
}
