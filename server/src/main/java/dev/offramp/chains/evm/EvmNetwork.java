package dev.offramp.chains.evm;

import dev.offramp.assets.Network;
import dev.offramp.money.AssetCode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// One network of the networks file.
///
/// @param urls its nodes, the preferred one first; they may hold secrets and are never shown whole
/// @param confirmations blocks a deposit needs, its own included
/// @param startHeight where the very first scan begins; without it at the tip of that moment
public record EvmNetwork(
        Network network,
        long chainId,
        List<URI> urls,
        int confirmations,
        OptionalLong startHeight,
        CallTraces traces,
        Map<AssetCode, EvmToken> tokens) {

    @Override
    public String toString() {
        return network.code() + " (chain " + chainId + ", " + urls.size() + " nodes)";
    }
}
