package dev.offramp.deposits;

import dev.offramp.chains.BlockRef;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import dev.offramp.jobs.Step;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows one chain from the cursor, block by block, and records what happens to our addresses.
///
/// Each turn asks the chain with no transaction open, then locks the cursor, makes sure nobody moved it meanwhile, and
/// commits findings and the new cursor together. After downtime it goes on where it stopped. When the block it stands
/// on has left the chain it first walks back to the last block both branches share; what lay above goes missing until
/// it is seen again.
final class DepositWatcher implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(DepositWatcher.class);

    /// Blocks read in one turn.
    private static final int BLOCKS = 100;

    private final Chain chain;
    private final OptionalLong startHeight;
    private final Database db;
    private final InstantSource clock;
    private final CursorStore cursors;
    private final ChainStateStore states = new ChainStateStore();
    private final ChainLooks looks;
    private final Sightings sightings;
    private final Disappearances disappearances;

    DepositWatcher(
            Chain chain,
            OptionalLong startHeight,
            Database db,
            InstantSource clock,
            CursorStore cursors,
            Sightings sightings,
            Disappearances disappearances) {
        this.chain = chain;
        this.startHeight = startHeight;
        this.db = db;
        this.clock = clock;
        this.cursors = cursors;
        this.looks = new ChainLooks(chain, db, clock);
        this.sightings = sightings;
        this.disappearances = disappearances;
    }

    @Override
    public String name() {
        return "deposits.watch." + chain.id().network().code() + "."
                + chain.id().environment().code();
    }

    @Override
    public boolean runOnce() {
        try {
            boolean more = readOn();
            looks.answered();
            return more;
        } catch (Trouble trouble) {
            looks.failed(trouble);
            throw trouble;
        }
    }

    private boolean readOn() {
        Optional<Cursor> cursor = db.transact(tx -> cursors.read(tx, chain.id()));
        if (cursor.isEmpty()) {
            start();
            return true;
        }
        if (cursor.get().paused().isPresent()) {
            disappearances.lookForReturns(chain);
        }
        if (cursor.get().isPaused()) {
            return false;
        }
        BlockRef from = cursor.get().block();
        Optional<BlockRef> there = chain.at(from.height());
        if (there.isEmpty()) {
            // A node that is catching up, or a branch that has yet to outgrow ours: nothing is known to be gone.
            return false;
        }
        if (!there.get().equals(from)) {
            walkBack(from);
            return true;
        }
        boolean more = readBlocks(from);
        watchUnconfirmed();
        return more;
    }

    /// Where the very first reading begins: the configured height, else the tip, since no address of ours is older.
    private void start() {
        BlockRef block =
                startHeight.isPresent() ? chain.at(startHeight.getAsLong()).orElseGet(chain::tip) : chain.tip();
        db.run(tx -> cursors.start(tx, chain.id(), block, clock.instant()));
    }

    private boolean isOnChain(BlockRef block) {
        return chain.at(block.height()).filter(block::equals).isPresent();
    }

    private void walkBack(BlockRef from) {
        List<BlockRef> trail = db.transact(tx -> cursors.trail(tx, chain.id()));
        Optional<BlockRef> shared = trail.stream().filter(this::isOnChain).findFirst();
        if (shared.isEmpty()) {
            String why = "no block we have read is on the chain any more";
            LOG.error("{}: {}; paused", chain.id(), why);
            db.run(tx -> cursors.pause(tx, chain.id(), Optional.of(why)));
            return;
        }
        LOG.warn(
                "{}: reorganised; going back from {} to {}",
                chain.id(),
                from.height(),
                shared.get().height());
        db.run(tx -> {
            if (stillAt(tx, from)) {
                cursors.retreat(tx, chain.id(), shared.get(), clock.instant());
                states.reorganised(tx, chain.id(), from.height(), shared.get().height(), clock.instant());
                disappearances.leftTheChain(tx, chain.id(), shared.get().height());
            }
        });
    }

    /// @return whether there is more to read at once
    private boolean readBlocks(BlockRef from) {
        List<ChainBlock> blocks = chain.blocksFrom(from.height() + 1, BLOCKS);
        if (blocks.isEmpty()) {
            return false;
        }
        if (!blocks.getFirst().parent().equals(from.hash())) {
            return true;
        }
        BlockRef last = blocks.getLast().ref();
        db.run(tx -> {
            if (stillAt(tx, from)) {
                sightings.inBlocks(tx, chain.id(), blocks);
                cursors.advance(tx, chain.id(), last, clock.instant());
                disappearances.giveUpMissing(tx, chain.id(), last.height());
            }
        });
        return blocks.size() == BLOCKS;
    }

    /// Looks at what is in no block: new arrivals in the mempool, and what became of those we know.
    private void watchUnconfirmed() {
        List<Transfer> waiting = chain.waiting();
        Set<TxHash> unplaced = db.transact(tx -> disappearances.unplaced(tx, chain.id()));
        Set<TxHash> asked = new HashSet<>(unplaced);
        waiting.forEach(transfer -> asked.remove(transfer.tx()));
        Map<TxHash, TxStatus> statuses = asked.isEmpty() ? Map.of() : chain.statuses(asked);
        if (waiting.isEmpty() && statuses.isEmpty()) {
            return;
        }
        db.run(tx -> {
            Optional<Cursor> cursor = cursors.lock(tx, chain.id()).filter(its -> !its.isPaused());
            if (cursor.isPresent()) {
                long height = cursor.get().block().height();
                sightings.waiting(tx, chain.id(), waiting);
                disappearances.statuses(tx, chain.id(), statuses, height);
            }
        });
    }

    /// Locks the cursor and compares: whoever moved it meanwhile has recorded what we just read, and whoever paused it
    /// wants nothing recorded.
    private boolean stillAt(Transaction tx, BlockRef expected) {
        return cursors.lock(tx, chain.id())
                .filter(cursor -> cursor.isAt(expected) && !cursor.isPaused())
                .isPresent();
    }
}
