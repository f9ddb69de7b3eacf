package dev.offramp.assets;

import java.util.Locale;
import java.util.Optional;

/// A blockchain network, as the `network` field of an asset names it.
public enum Network {
    BITCOIN("Bitcoin", AddressFamily.BITCOIN),
    LITECOIN("Litecoin", AddressFamily.LITECOIN),
    DOGECOIN("Dogecoin", AddressFamily.DOGECOIN),
    BITCOIN_CASH("Bitcoin Cash", AddressFamily.BITCOIN_CASH),
    ETHEREUM("Ethereum", AddressFamily.EVM),
    BASE("Base", AddressFamily.EVM),
    ARBITRUM("Arbitrum", AddressFamily.EVM),
    POLYGON("Polygon", AddressFamily.EVM),
    BSC("BSC", AddressFamily.EVM),
    AVALANCHE("Avalanche", AddressFamily.EVM),
    TRON("Tron", AddressFamily.TRON),
    SOLANA("Solana", AddressFamily.SOLANA),
    TON("TON", AddressFamily.TON);

    private final String displayName;
    private final AddressFamily family;

    Network(String displayName, AddressFamily family) {
        this.displayName = displayName;
        this.family = family;
    }

    public String displayName() {
        return displayName;
    }

    public AddressFamily family() {
        return family;
    }

    /// The lower-case name, as stored and as in settings: `bitcoin_cash`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a [#code]; empty for anything else.
    public static Optional<Network> parse(String code) {
        for (Network network : values()) {
            if (network.code().equals(code)) {
                return Optional.of(network);
            }
        }
        return Optional.empty();
    }
}
