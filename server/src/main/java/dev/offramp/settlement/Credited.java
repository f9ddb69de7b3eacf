package dev.offramp.settlement;

import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.DepositSnapshot;
import dev.offramp.tenancy.Tenant;

/// A deposit right after it was credited.
public record Credited(Tenant tenant, DepositSnapshot deposit) {

    DepositId id() {
        return deposit.id();
    }
}
