package dev.offramp.chains.simulated;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Network;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.db.Database;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One network of the sandbox. The mempool is known, but for transactions that will fail: they move nothing, and a
/// node that knows that shows no transfer of theirs.
final class SimulatedChain implements Chain {

    private final Database db;
    private final BlockStore blocks;
    private final Network network;

    SimulatedChain(Database db, BlockStore blocks, Network network) {
        this.db = db;
        this.blocks = blocks;
        this.network = network;
    }

    @Override
    public ChainId id() {
        return new ChainId(Environment.DEVELOPMENT, network);
    }

    @Override
    public BlockRef tip() {
        return db.transact(tx -> blocks.tip(tx, network));
    }

    @Override
    public Optional<BlockRef> at(long height) {
        return db.transact(tx -> blocks.at(tx, network, height));
    }

    @Override
    public List<ChainBlock> blocksFrom(long height, int max) {
        return db.transact(tx -> blocks.blocksFrom(tx, network, height, max));
    }

    @Override
    public List<Transfer> waiting() {
        return db.transact(tx -> blocks.waiting(tx, network));
    }

    @Override
    public Map<TxHash, TxStatus> statuses(Set<TxHash> txs) {
        return txs.isEmpty() ? Map.of() : db.transact(tx -> blocks.statuses(tx, network, txs));
    }

    /// None: a simulated token is what the catalogue says of it.
    @Override
    public Map<AssetCode, String> faults(Collection<Asset> assets) {
        return Map.of();
    }
}
