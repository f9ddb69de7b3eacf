package dev.offramp.chains;

import java.math.BigInteger;
import java.util.Optional;

/// A movement of value to one recipient, as the chain reports it. What it is worth, and to whom it belongs, is not
/// the chain's business.
///
/// @param position where inside its transaction: unlike a block-wide log index it survives a move to another block
/// @param index output or log ordinal inside the transaction, the wire's `index`
/// @param contract the token moved, in the network's address form; empty for the native coin
/// @param sender who sent it, where the chain has one sender (an input-output transaction has not)
/// @param units amount in the smallest unit, above zero
public record Transfer(
        TxHash tx,
        Position position,
        int index,
        Optional<Address> contract,
        Optional<Address> sender,
        Address recipient,
        BigInteger units) {

    public Transfer {
        if (units.signum() <= 0) {
            throw new IllegalArgumentException("a transfer moves something: " + units);
        }
    }
}
