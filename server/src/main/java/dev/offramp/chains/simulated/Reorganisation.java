package dev.offramp.chains.simulated;

import dev.offramp.assets.Network;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.TransactionStore.Due;
import dev.offramp.chains.simulated.TransactionStore.Placed;
import dev.offramp.db.Transaction;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Replaces the last blocks of one network by a new branch of the same length.
final class Reorganisation {

    private final ClockStore clocks;
    private final TransactionStore transactions;
    private final BlockStore blocks;
    private final InstantSource clock;

    Reorganisation(ClockStore clocks, TransactionStore transactions, BlockStore blocks, InstantSource clock) {
        this.clocks = clocks;
        this.transactions = transactions;
        this.blocks = blocks;
        this.clock = clock;
    }

    ReorgOutcome reorganise(Transaction tx, Network network, long depth, Function<TxHash, Fate> fates) {
        if (depth < 1) {
            throw new IllegalArgumentException("blocks to replace: " + depth);
        }
        long tip = clocks.lock(tx).height();
        if (depth > tip) {
            return new ReorgOutcome.TooDeep(tip);
        }
        long fork = tip - depth;
        clocks.fork(tx, network, fork);
        apply(tx, Fates.of(transactions.above(tx, network, fork), fates, fork + 1, tip));
        return new ReorgOutcome.Reorganised(blocks.at(tx, network, fork).orElseThrow(), blocks.tip(tx, network));
    }

    private void apply(Transaction tx, Fates fates) {
        transactions.forget(tx, fates.dropped());
        transactions.giveBack(tx, fates.returned(), clock.instant());
        transactions.place(tx, fates.moved());
    }

    /// The transactions of the replaced blocks, by fate; those kept need nothing.
    private record Fates(List<TxHash> dropped, List<Due> returned, List<Placed> moved) {

        static Fates of(List<Placed> mined, Function<TxHash, Fate> fates, long first, long tip) {
            int free = mined.stream().mapToInt(Placed::ordinal).max().orElse(0) + 1;
            Fates all = new Fates(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (Placed placed : mined.reversed()) {
                switch (fates.apply(placed.hash())) {
                    case Fate.Kept() -> {}
                    case Fate.Dropped() -> all.dropped.add(placed.hash());
                    case Fate.Returned(int waitBlocks) ->
                        all.returned.add(new Due(placed.hash(), tip + 1 + waitBlocks));
                    case Fate.Moved() ->
                        all.moved.add(
                                new Placed(placed.hash(), first + tip - placed.height(), free + all.moved.size()));
                }
            }
            return all;
        }
    }
}
