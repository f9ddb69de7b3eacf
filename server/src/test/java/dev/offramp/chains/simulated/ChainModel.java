package dev.offramp.chains.simulated;

import dev.offramp.chains.Position;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One network as it should be: blocks as lists in memory, and everything done in the most obvious way.
final class ChainModel {

    /// A transaction that was ever sent.
    static final class Sent {
        final TxHash hash;
        final TxHash coins;
        final NewTransaction transaction;
        final int arrival;
        Instant broadcastAt = Instant.MIN;
        long notBefore;

        Sent(TxHash hash, TxHash coins, NewTransaction transaction, int arrival) {
            this.hash = hash;
            this.coins = coins;
            this.transaction = transaction;
            this.arrival = arrival;
        }

        List<Transfer> transfers() {
            List<Output> outputs = transaction.outputs();
            return transaction.fails()
                    ? List.of()
                    : IntStream.range(0, outputs.size())
                            .mapToObj(n -> transfer(n, outputs.get(n)))
                            .toList();
        }

        private Transfer transfer(int n, Output output) {
            return new Transfer(
                    hash,
                    new Position("out:" + n),
                    n,
                    output.contract(),
                    transaction.sender(),
                    output.recipient(),
                    output.units());
        }
    }

    final List<List<Sent>> blocks = new ArrayList<>(List.of(List.of()));
    final List<Sent> mempool = new ArrayList<>();
    final List<Sent> all = new ArrayList<>();

    long tip() {
        return blocks.size() - 1;
    }

    void send(TxHash hash, TxHash coins, NewTransaction transaction, Instant now) {
        Sent sent = new Sent(hash, coins, transaction, all.size());
        all.add(sent);
        wait(sent, transaction.waitBlocks(), now);
    }

    void wait(Sent sent, int blocksToWait, Instant now) {
        sent.broadcastAt = now;
        sent.notBefore = tip() + 1 + blocksToWait;
        mempool.add(sent);
        mempool.sort(Comparator.comparingInt(one -> one.arrival));
    }

    /// Adds a block for each time stamp.
    void make(List<Instant> stamps) {
        long first = tip() + 1;
        stamps.forEach(stamp -> blocks.add(new ArrayList<>()));
        for (Sent sent : List.copyOf(mempool)) {
            int due = 0;
            while (due < stamps.size() - 1 && stamps.get(due).isBefore(sent.broadcastAt)) {
                due++;
            }
            long height = Math.max(first + due, sent.notBefore);
            if (height <= tip()) {
                blocks.get((int) height).add(sent);
                mempool.remove(sent);
            }
        }
    }

    void reorg(long depth, Function<TxHash, Fate> fates, Instant now) {
        long first = tip() - depth + 1;
        List<List<Sent>> old = new ArrayList<>(blocks.subList((int) first, blocks.size()));
        for (int i = 0; i < depth; i++) {
            blocks.set((int) first + i, new ArrayList<>(with(old.get(i), fates, new Fate.Kept())));
        }
        for (int i = 0; i < depth; i++) {
            blocks.get((int) (tip() - i))
                    .addAll(with(old.get(i), fates, new Fate.Moved()).reversed());
        }
        for (Sent sent : old.stream().flatMap(List::stream).toList()) {
            if (fates.apply(sent.hash) instanceof Fate.Returned(int waitBlocks)) {
                wait(sent, waitBlocks, now);
            }
        }
    }

    private static List<Sent> with(List<Sent> block, Function<TxHash, Fate> fates, Fate fate) {
        return block.stream()
                .filter(sent -> fates.apply(sent.hash).equals(fate))
                .toList();
    }

    List<List<Transfer>> transfers() {
        return blocks.stream()
                .map(block -> block.stream()
                        .flatMap(sent -> sent.transfers().stream())
                        .toList())
                .toList();
    }

    List<Transfer> waiting() {
        return mempool.stream().flatMap(sent -> sent.transfers().stream()).toList();
    }

    /// The height of the block that holds it.
    Optional<Integer> heightOf(Sent sent) {
        return IntStream.range(0, blocks.size())
                .filter(height -> blocks.get(height).contains(sent))
                .boxed()
                .findFirst();
    }

    /// The transaction in a block or in the mempool that spends these coins.
    Optional<Sent> spender(TxHash coins) {
        return Stream.concat(mempool.stream(), blocks.stream().flatMap(List::stream))
                .filter(sent -> sent.coins.equals(coins))
                .findFirst();
    }
}
