package dev.offramp.chains;

import java.math.BigInteger;

/// What [CoinSenderContract] can make a network do. Blocks come only from `mine` and `reorg`, and what a method did is
/// visible to [#sender] when it returns.
public interface CoinSenderDriver extends AutoCloseable {

    /// The sender under test; its wallet has sent nothing and holds enough.
    CoinSender sender();

    /// The same, as another process has it.
    CoinSender again();

    /// A payment of a token to an address that never received anything.
    Payment payment(long units);

    /// A payment that will be in a block and move nothing.
    Payment failing();

    /// What its recipient has received of its token, by the best branch.
    BigInteger received(Payment payment);

    /// Adds so many blocks; everything that waits and may be in one is in the first of them.
    void mine(int blocks);

    /// Replaces the last `depth` blocks by a longer branch without any transactions. What was in them may wait again or
    /// be forgotten.
    void reorg(int depth);

    /// Makes the nodes forget a transaction that waits.
    void forget(TxHash waiting);

    @Override
    void close();
}
