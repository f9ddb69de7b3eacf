package dev.offramp.chains;

import java.util.Optional;
import org.bitcoinj.base.Base58;
import org.bitcoinj.base.exceptions.AddressFormatException;

/// Reads base58 that a stranger sent.
final class Base58Text {

    /// Longer than any address; decoding takes time with the square of the length.
    private static final int LENGTH_MAX = 64;

    private Base58Text() {}

    static Optional<byte[]> plain(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base58.decode(text));
        } catch (AddressFormatException e) {
            return Optional.empty();
        }
    }

    /// Version byte and payload, the checksum verified and taken off.
    static Optional<byte[]> checked(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base58.decodeChecked(text));
        } catch (AddressFormatException e) {
            return Optional.empty();
        }
    }
}
