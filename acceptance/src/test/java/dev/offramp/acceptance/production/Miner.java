package dev.offramp.acceptance.production;

import dev.offramp.acceptance.anvil.Anvil;
import java.math.BigInteger;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Makes blocks with a base fee to order, as long as it is not paused.
final class Miner implements AutoCloseable {

    private static final long PAUSE_MS = 400;

    private final Anvil anvil;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private BigInteger baseFee;
    private boolean paused;

    Miner(Anvil anvil, BigInteger baseFee) {
        this.anvil = anvil;
        this.baseFee = baseFee;
        // What is sent from here on offers what these blocks ask for.
        mine();
        this.thread = Thread.ofVirtual().start(this::work);
    }

    private void work() {
        try {
            while (!closing.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                mineUnlessPaused();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void mineUnlessPaused() {
        if (!paused) {
            mine();
        }
    }

    /// One block.
    synchronized void mine() {
        anvil.ask("anvil_setNextBlockBaseFeePerGas", "0x" + baseFee.toString(16));
        anvil.mine(1);
    }

    /// No more blocks; the last one is complete.
    synchronized void pause() {
        paused = true;
    }

    synchronized void goOn() {
        paused = false;
    }

    /// What the blocks from now on ask for.
    synchronized void setBaseFee(BigInteger fee) {
        baseFee = fee;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
