package dev.offramp.operations;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.db.Transaction;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Money;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The port to what the sandbox's books are held against: its chains and its rail, which are in the same database.
public interface Outside {

    /// Units of the catalogue's assets that a network holds for these addresses, in `block` and those under it. Empty
    /// when the block has left the chain.
    Optional<Map<AssetCode, BigInteger>> received(
            Transaction tx, Network network, BlockRef block, Set<Address> addresses);

    /// Units that the hot wallets have sent, by blocks of the best branches.
    Map<AssetCode, BigInteger> sent(Transaction tx);

    /// What the rail has paid, per currency. Never asked within a transaction.
    Map<AssetCode, Money> paid();
}
