package dev.offramp.wallets;

import dev.offramp.chains.Address;
import dev.offramp.facts.FactBody;
import dev.offramp.money.AssetCode;

/// A wallet was made and its address may be paid.
public record AddressCreated(WalletId walletId, Address address, AssetCode asset, Label label, VaultId vaultId)
        implements FactBody {}
