package dev.offramp.assets;

import java.util.Locale;
import java.util.Optional;

/// The networks that coins are sent on, by the names the wire has for them.
public enum TokenNetwork {
    ERC20(Network.ETHEREUM),
    TRC20(Network.TRON),
    BSC(Network.BSC),
    SOL(Network.SOLANA),
    TON(Network.TON);

    private final Network network;

    TokenNetwork(Network network) {
        this.network = network;
    }

    public Network network() {
        return network;
    }

    /// The lower-case name under which it is stored.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a name without regard to case; empty for anything else.
    public static Optional<TokenNetwork> parse(String text) {
        for (TokenNetwork network : values()) {
            if (network.name().equalsIgnoreCase(text)) {
                return Optional.of(network);
            }
        }
        return Optional.empty();
    }
}
