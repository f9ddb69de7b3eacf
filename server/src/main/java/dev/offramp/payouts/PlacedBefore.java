package dev.offramp.payouts;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which deposits are settled and which external ids are used, by which payout.
final class PlacedBefore {

    private record ExternalId(Tenant tenant, String value) {}

    private final Map<ObjectId, PayoutId> deposits = new HashMap<>();
    private final Map<ExternalId, PayoutId> externalIds = new HashMap<>();

    PayoutId addDeposit(ObjectId deposit, PayoutId payout) {
        deposits.put(deposit, payout);
        return payout;
    }

    PayoutId addExternalId(Tenant tenant, String externalId, PayoutId payout) {
        externalIds.put(new ExternalId(tenant, externalId), payout);
        return payout;
    }

    /// The payout that this wish would repeat.
    Optional<PayoutId> repeated(NewPayout wish) {
        return wish.origin()
                .settledDeposit()
                .map(deposits::get)
                .or(() -> wish.origin()
                        .clientReference()
                        .map(name -> externalIds.get(new ExternalId(wish.tenant(), name))));
    }
}
