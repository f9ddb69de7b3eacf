package dev.offramp.settlement;

import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.DepositSnapshot;
import dev.offramp.tenancy.Tenant;

/// A deposit right after it was credited.
///
/// @param attempt which attempt to settle it this is, from 1
public record Credited(Tenant tenant, DepositSnapshot deposit, int attempt) {

    public Credited(Tenant tenant, DepositSnapshot deposit) {
        this(tenant, deposit, 1);
    }

    DepositId id() {
        return deposit.id();
    }
}
