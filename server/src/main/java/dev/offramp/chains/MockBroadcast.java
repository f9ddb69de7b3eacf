package dev.offramp.chains;

import dev.offramp.assets.Network;
import dev.offramp.db.Transaction;
import java.math.BigInteger;
import java.util.Optional;

/// Puts a made-up transaction on a sandbox chain, in the caller's transaction, so that it and what is booked for it
/// exist together. Real chains have no such thing.
public interface MockBroadcast {

    /// Position of the one output of a mock transaction.
    Position POSITION = new Position("out:0");

    /// @param contract the token, in the simulated chain's form; empty for the native coin
    /// @return false when the sandbox knows a transaction of that hash already
    boolean broadcast(Transaction tx, Network network, TxHash hash, Optional<Address> sender, Output output);

    /// @param units amount in the smallest unit, above zero
    record Output(Address recipient, Optional<Address> contract, BigInteger units) {}
}
