package dev.offramp.chains;

import java.math.BigInteger;
import java.util.Optional;

/// What one outgoing transaction moves.
///
/// @param contract the token, in the network's address form; empty for the native coin
/// @param units amount in the smallest unit, above zero
public record Payment(Optional<Address> contract, Address recipient, BigInteger units) {

    public Payment {
        if (units.signum() <= 0) {
            throw new IllegalArgumentException("a payment moves something: " + units);
        }
    }
}
