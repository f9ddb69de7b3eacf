package dev.offramp.chains;

import dev.offramp.assets.Asset;
import dev.offramp.money.AssetCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The port to one network: questions only, answered from the node's present best branch. An adapter never decides
/// and never writes.
///
/// Every method may throw [Trouble] when the node is away, answers nonsense or contradicts itself (a reorganisation
/// between two of the adapter's own questions): the caller changes nothing and asks again later. All adapters pass
/// the same contract suite, `ChainContract`.
public interface Chain {

    ChainId id();

    /// The tip of the best branch.
    BlockRef tip();

    /// The block of the best branch at this height; empty above the tip.
    Optional<BlockRef> at(long height);

    /// At most `max` blocks of the best branch from `height` on, in order and without gaps, each the parent of the
    /// next; empty above the tip. Complete: a block whose transfers cannot all be told is Trouble, not a shorter
    /// list of transfers.
    List<ChainBlock> blocksFrom(long height, int max);

    /// Transfers that are known but in no block yet. Empty where the chain is read without a mempool.
    List<Transfer> waiting();

    /// What became of these transactions, one answer for each.
    Map<TxHash, TxStatus> statuses(Set<TxHash> txs);

    /// Which of these assets cannot be trusted on this chain, and why, in words for the operator: a contract without
    /// code, other decimals than the catalogue's. An asset that is not named is as the catalogue says.
    Map<AssetCode, String> faults(Collection<Asset> assets);
}
