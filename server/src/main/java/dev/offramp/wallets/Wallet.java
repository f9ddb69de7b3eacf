package dev.offramp.wallets;

import dev.offramp.assets.AddressFamily;
import dev.offramp.chains.Address;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;

/// A deposit address of a tenant, meant for one asset. What arrives there over any network of the family is the
/// tenant's.
///
/// @param asset what it was generated for
/// @param address canonical in its family; byte for byte what integrators were given
public record Wallet(
        WalletId id,
        Tenant tenant,
        AssetCode asset,
        Label label,
        VaultId vaultId,
        AddressFamily family,
        Address address,
        Instant createdAt) {}
