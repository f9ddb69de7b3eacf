package dev.offramp.chains.simulated;

import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.chains.simulated.TransactionStore.Due;
import dev.offramp.chains.simulated.TransactionStore.Named;
import dev.offramp.chains.simulated.TransactionStore.Stored;
import dev.offramp.db.Transaction;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts transactions into the mempool and takes them out again. All but [#broadcast] holds the clock, so that no
/// block is made meanwhile.
final class Mempool {

    private final ClockStore clocks;
    private final TransactionStore transactions;
    private final BlockStore blocks;
    private final HashMaker hashes;
    private final InstantSource clock;

    Mempool(
            ClockStore clocks,
            TransactionStore transactions,
            BlockStore blocks,
            HashMaker hashes,
            InstantSource clock) {
        this.clocks = clocks;
        this.transactions = transactions;
        this.blocks = blocks;
        this.hashes = hashes;
        this.clock = clock;
    }

    /// @return the hashes that were taken; the other transactions wait
    Set<TxHash> broadcast(Transaction tx, Map<TxHash, NewTransaction> batch) {
        List<Named> named = batch.entrySet().stream()
                .map(entry -> new Named(entry.getKey(), entry.getKey(), entry.getValue()))
                .toList();
        Set<TxHash> taken = new LinkedHashSet<>(batch.keySet());
        taken.removeAll(transactions.insert(tx, named, clock.instant()));
        return taken;
    }

    TxHash send(Transaction tx, NewTransaction transaction) {
        while (true) {
            TxHash hash = hashes.tx(transaction.network(), clocks.nextHash(tx));
            if (broadcast(tx, Map.of(hash, transaction)).isEmpty()) {
                return hash;
            }
        }
    }

    ReplaceOutcome replace(Transaction tx, TxHash original, List<Output> outputs) {
        clocks.lock(tx);
        Optional<Stored> known = transactions.find(tx, original);
        if (known.isEmpty()) {
            return new ReplaceOutcome.NoSuchTransaction();
        }
        return switch (status(tx, known.get())) {
            case TxStatus.Waiting() -> new ReplaceOutcome.Replaced(spendOtherwise(tx, known.get(), outputs));
            case TxStatus.Mined(var block) -> new ReplaceOutcome.AlreadyMined(block);
            case TxStatus.Replaced _, TxStatus.Unknown _ -> new ReplaceOutcome.NoSuchTransaction();
        };
    }

    DropOutcome drop(Transaction tx, TxHash hash) {
        clocks.lock(tx);
        Optional<Stored> known = transactions.find(tx, hash);
        if (known.isEmpty()) {
            return new DropOutcome.NoSuchTransaction();
        }
        return switch (status(tx, known.get())) {
            case TxStatus.Waiting() -> {
                transactions.forget(tx, List.of(hash));
                yield new DropOutcome.Dropped();
            }
            case TxStatus.Mined(var block) -> new DropOutcome.AlreadyMined(block);
            case TxStatus.Replaced _, TxStatus.Unknown _ -> new DropOutcome.NoSuchTransaction();
        };
    }

    RebroadcastOutcome rebroadcast(Transaction tx, TxHash hash) {
        BlockClock read = clocks.lock(tx);
        Optional<Stored> known = transactions.find(tx, hash);
        if (known.isEmpty()) {
            return new RebroadcastOutcome.NoSuchTransaction();
        }
        Optional<TxHash> spender = transactions.spender(tx, known.get().coins());
        if (spender.isPresent()) {
            return spender.get().equals(hash)
                    ? new RebroadcastOutcome.NotGone()
                    : new RebroadcastOutcome.CoinsSpent(spender.get());
        }
        transactions.giveBack(tx, List.of(new Due(hash, read.height() + 1)), clock.instant());
        return new RebroadcastOutcome.Rebroadcast();
    }

    private TxHash spendOtherwise(Transaction tx, Stored original, List<Output> outputs) {
        transactions.forget(tx, List.of(original.hash()));
        TxHash hash = hashes.tx(original.network(), clocks.nextHash(tx));
        NewTransaction replacement = new NewTransaction(original.network(), original.sender(), outputs, false, 0);
        transactions.insert(tx, List.of(new Named(hash, original.coins(), replacement)), clock.instant());
        return hash;
    }

    private TxStatus status(Transaction tx, Stored stored) {
        return Optional.ofNullable(blocks.statuses(tx, stored.network(), Set.of(stored.hash()))
                        .get(stored.hash()))
                .orElseThrow();
    }
}
