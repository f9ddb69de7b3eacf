package dev.offramp.chains.simulated;

import dev.offramp.db.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Advances the clock and fills the new blocks.
final class BlockMaker {

    private final ClockStore clocks;
    private final TransactionStore transactions;
    private final Duration blockTime;
    private final InstantSource clock;

    BlockMaker(ClockStore clocks, TransactionStore transactions, Duration blockTime, InstantSource clock) {
        this.clocks = clocks;
        this.transactions = transactions;
        this.blockTime = blockTime;
        this.clock = clock;
    }

    /// Makes the blocks that are due, unless another process is at it.
    ///
    /// @return when the next block is due; empty when another process makes blocks
    Optional<Instant> makeDue(Transaction tx) {
        Instant now = now();
        return clocks.lockIfFree(tx).map(read -> read.isAheadOf(now) ? turnBack(tx, now) : makeDue(tx, read, now));
    }

    /// Makes `count` blocks at once, whatever the time; what may be mined goes into the first.
    void make(Transaction tx, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("blocks to make: " + count);
        }
        make(tx, clocks.lock(tx).byHand(count, now()));
    }

    private Instant makeDue(Transaction tx, BlockClock read, Instant now) {
        Optional<Stretch> due = read.due(now, blockTime);
        due.ifPresent(stretch -> make(tx, stretch));
        return due.map(Stretch::lastAt).orElse(read.madeAt()).plus(blockTime);
    }

    private Instant turnBack(Transaction tx, Instant now) {
        clocks.turnBack(tx, now);
        return now.plus(blockTime);
    }

    private void make(Transaction tx, Stretch stretch) {
        transactions.mine(tx, stretch);
        clocks.move(tx, stretch);
    }

    /// Time stamps of blocks have milliseconds.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
