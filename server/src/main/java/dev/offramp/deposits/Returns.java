package dev.offramp.deposits;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.db.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks, while a chain is paused, whether it has the deposits of open incidents again. The chain is not read
/// meanwhile, so without this nobody would learn of it. It decides nothing: people do, by what was seen last.
final class Returns {

    /// Deposits asked about in one turn.
    private static final int ASKED = 500;

    private final Database db;
    private final IncidentStore store;
    private final Assets assets;

    Returns(Database db, IncidentStore store, Assets assets) {
        this.db = db;
        this.store = store;
        this.assets = assets;
    }

    void look(Chain chain) {
        List<Deposit> lost = db.transact(tx -> store.lost(tx, chain.id(), ASKED));
        if (lost.isEmpty()) {
            return;
        }
        Set<TxHash> hashes = lost.stream().map(deposit -> deposit.origin().tx()).collect(Collectors.toSet());
        Map<TxHash, TxStatus> statuses = chain.statuses(hashes);
        long tip = chain.tip().height();
        Map<BlockRef, List<Transfer>> read = new HashMap<>();
        Map<DepositId, Optional<Incident.Back>> seen = new HashMap<>();
        for (Deposit deposit : lost) {
            Optional<Incident.Back> back = block(statuses.get(deposit.origin().tx()))
                    .filter(block ->
                            hasAgain(chain.id(), read.computeIfAbsent(block, its -> transfers(chain, its)), deposit))
                    .map(block -> back(deposit, block, tip));
            seen.put(deposit.id(), back);
        }
        db.run(tx -> store.looked(tx, seen));
    }

    private static Optional<BlockRef> block(TxStatus status) {
        return status instanceof TxStatus.Mined(BlockRef block) ? Optional.of(block) : Optional.empty();
    }

    /// Nothing when the block has left the chain while we asked.
    private static List<Transfer> transfers(Chain chain, BlockRef block) {
        return chain.blocksFrom(block.height(), 1).stream()
                .filter(found -> found.ref().equals(block))
                .flatMap(found -> found.transfers().stream())
                .toList();
    }

    private static Incident.Back back(Deposit deposit, BlockRef block, long tip) {
        Deposit there = deposit.at(new Place.InBlock(block), deposit.updatedAt());
        return new Incident.Back(block, there.confirmations(tip));
    }

    /// Whether the very transfer that was booked is among these: on another branch the same call may pay another
    /// amount.
    private boolean hasAgain(ChainId chain, List<Transfer> transfers, Deposit deposit) {
        return transfers.stream()
                .anyMatch(transfer -> deposit.key().equals(key(transfer))
                        && transfer.units().equals(deposit.units())
                        && asset(chain, transfer)
                                .filter(asset -> asset.code().equals(deposit.asset()))
                                .isPresent());
    }

    private static Deposit.Key key(Transfer transfer) {
        return new Deposit.Key(transfer.tx(), transfer.position(), transfer.recipient());
    }

    private Optional<Asset> asset(ChainId chain, Transfer transfer) {
        return assets.of(
                chain.environment(), chain.network(), transfer.contract().map(Address::value));
    }
}
