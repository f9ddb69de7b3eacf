package dev.offramp.chains;

import dev.offramp.assets.Asset;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/// What [ChainContract] can make a chain do. Blocks come only from `mine` and `reorg`, and what a method did is
/// visible to [#chain] when it returns.
public interface ChainDriver extends AutoCloseable {

    /// One movement of value to order.
    record Payment(Asset asset, Address recipient, BigInteger units) {}

    /// The chain under test.
    Chain chain();

    /// Its native coin.
    Asset coin();

    /// A token on it.
    Asset token();

    /// An address that never received anything, in the canonical form.
    Address newAddress();

    /// Hands in one transaction that makes all these payments, in this order. It waits until the next block.
    TxHash send(List<Payment> payments);

    /// Hands in a transaction that will be in a block and move nothing.
    TxHash sendFailing(Payment payment);

    /// Adds so many blocks; everything that waits is in the first of them.
    void mine(int blocks);

    /// Replaces the last `depth` blocks by a longer branch. Of the transactions in them those in `kept` are in the
    /// new branch, at another height than before; the others are gone for good.
    void reorg(int depth, Set<TxHash> kept);

    @Override
    void close();
}
