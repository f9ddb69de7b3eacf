package dev.offramp.ledger;

import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.util.Optional;

/// An account, named by what it is rather than by a number. It exists from its first use.
///
/// @param owner the integration, for tenant and receivable accounts; empty for the platform's own
public record Account(AccountKind kind, Environment environment, Optional<IntegrationId> owner, AssetCode asset) {

    public static Account tenant(Tenant tenant, Fiat currency) {
        return owned(AccountKind.TENANT, tenant, currency.asset());
    }

    public static Account owned(AccountKind kind, Tenant tenant, AssetCode asset) {
        return new Account(kind, tenant.environment(), Optional.of(tenant.integration()), asset);
    }

    public static Account system(AccountKind kind, Environment environment, AssetCode asset) {
        return new Account(kind, environment, Optional.empty(), asset);
    }
}
