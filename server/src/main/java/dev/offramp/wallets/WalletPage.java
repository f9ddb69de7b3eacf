package dev.offramp.wallets;

import java.util.List;

/// A part of a tenant's wallets, newest first.
///
/// @param total how many the tenant has in all
public record WalletPage(List<Wallet> wallets, long total) {}
