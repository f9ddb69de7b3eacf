package dev.offramp.assets;

/// Networks whose addresses have the same form and the same keys. A deposit address belongs to a family, so that
/// coins sent to it over a sister network are recognised.
public enum AddressFamily {
    BITCOIN,
    LITECOIN,
    DOGECOIN,
    BITCOIN_CASH,
    /// Ethereum and every chain with its addresses.
    EVM,
    TRON,
    SOLANA,
    TON;

    /// Whether its chains move balances of accounts, rather than outputs of earlier transactions.
    public boolean isAccountBased() {
        return switch (this) {
            case BITCOIN, LITECOIN, DOGECOIN, BITCOIN_CASH -> false;
            case EVM, TRON, SOLANA, TON -> true;
        };
    }
}
