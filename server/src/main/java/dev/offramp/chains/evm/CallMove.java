package dev.offramp.chains.evm;

import dev.offramp.chains.Position;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Coins moved by a call inside a transaction.
///
/// @param path of the frame from the top-level one: `0.2.1` is the second call of the third call of the first
/// @param ordinal of the frame in the order of execution, the top-level one being 0
record CallMove(String path, int ordinal, String from, String to, BigInteger units) {

    /// Depth is the sender's choice; a longer path than this is told by its hash, so that nobody can make a position
    /// that does not fit.
    private static final int PATH_MAX = 200;

    Transfer transfer(TxHash tx) {
        String place =
                path.length() <= PATH_MAX ? path : Hex.text(Keccak.hash(path.getBytes(StandardCharsets.US_ASCII)));
        return new Transfer(
                tx,
                new Position("call:" + place),
                ordinal,
                Optional.empty(),
                Optional.of(Checksum.canonical(from)),
                Checksum.canonical(to),
                units);
    }
}
