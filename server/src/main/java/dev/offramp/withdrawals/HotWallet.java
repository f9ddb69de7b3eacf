package dev.offramp.withdrawals;

import dev.offramp.chains.Address;
import dev.offramp.chains.ChainId;
import dev.offramp.money.AssetCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A wallet that coins are sent from, as it stands.
///
/// @param holdings by the chain; none in the sandbox, whose wallets never run short, and while the nodes are away
/// @param nonceNext what the next withdrawal gets
/// @param noncesUsed by blocks; empty while the nodes are away
/// @param foreign how many of these are no withdrawal's: somebody else has used the key
/// @param gaps nonces that no block has used and no withdrawal will: what comes after them waits for ever
/// @param waiting withdrawals that nothing is signed for
/// @param underWay withdrawals that something is signed for and that have not ended
/// @param trouble why the chain could not be asked
public record HotWallet(
        ChainId chain,
        Address address,
        List<Holding> holdings,
        long nonceNext,
        OptionalLong noncesUsed,
        long foreign,
        List<Long> gaps,
        long waiting,
        long underWay,
        Optional<String> trouble) {

    /// @param amount in whole coins
    public record Holding(AssetCode asset, BigDecimal amount) {}
}
