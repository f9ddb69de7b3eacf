package dev.offramp.wallets;

/// What became of the wish for a wallet.
public sealed interface Generation {

    record Generated(Wallet wallet) implements Generation {}

    /// The tenant has a wallet of this asset and label already.
    record LabelTaken() implements Generation {}
}
