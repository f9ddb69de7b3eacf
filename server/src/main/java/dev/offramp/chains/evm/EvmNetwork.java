package dev.offramp.chains.evm;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.money.AssetCode;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/// One network of the networks file.
///
/// @param urls its nodes, the preferred one first; they may hold secrets and are never shown whole
/// @param confirmations blocks a deposit needs, its own included
/// @param startHeight where the very first scan begins; without it at the tip of that moment
/// @param sending what the hot wallet's transactions may take
public record EvmNetwork(
        Network network,
        long chainId,
        List<URI> urls,
        int confirmations,
        OptionalLong startHeight,
        Traces traces,
        Map<AssetCode, Token> tokens,
        Sending sending) {

    /// Whether a network is read with call traces, which alone show coins that a contract passes on.
    public enum Traces {
        /// With traces if the node that reads the first block offers them; what is found then holds until the next
        /// start.
        AUTO,
        /// Always; a node without them is in trouble.
        ON,
        /// Never: top-level value only.
        OFF;

        /// The lower-case name, as in settings.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Where a token of the catalogue lives on a network.
    ///
    /// @param contract with its EIP-55 checksum, as transfers name it
    public record Token(Address contract, int decimals) {}

    /// The bounds of what is sent.
    ///
    /// @param gasLimit of every transaction; what is not used is not paid
    /// @param gasPriceMax the most that is ever offered per unit of gas, in wei
    public record Sending(long gasLimit, BigInteger gasPriceMax) {

        public static final Sending STANDARD = new Sending(100_000, BigInteger.valueOf(500_000_000_000L));
    }

    @Override
    public String toString() {
        return network.code() + " (chain " + chainId + ", " + urls.size() + " nodes)";
    }
}
