package dev.offramp.keys;

import java.util.Optional;

/// How a seed file is encrypted.
interface SeedSeal {

    /// The content of the file.
    byte[] seal(byte[] entropy);

    /// Reads what [#seal] made; empty when it does not open.
    Optional<byte[]> open(byte[] file);

    /// What it does not open with, for a message: `the server key`.
    String what();
}
