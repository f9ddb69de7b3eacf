package dev.offramp.trail;

import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import java.util.HexFormat;

/// The keyed hashes that hold the trail together.
///
/// ```
/// seal(0) = 32 zero bytes
/// hash(n) = HMAC(key, "entry", seal(n - 1), content of entry n)
/// seal(n) = HMAC(key, "head", n, hash(n))
/// ```
///
/// Entries keep their hashes; the head alone keeps the latest seal. So the seal of an earlier entry is in the database
/// no longer, and cannot be made without the key: whoever cuts off the last entries has no head to put in their place.
/// An entry is chained to the seal as it was found: if that was a wrong one, the entry shows it for ever.
record Chain(ServerKey key) {

    byte[] hash(byte[] sealBefore, Row row) {
        return key.hash(Purpose.TRAIL, "entry\nseal " + HexFormat.of().formatHex(sealBefore) + "\n" + row.canonical());
    }

    byte[] seal(long number, byte[] hash) {
        return key.hash(
                Purpose.TRAIL,
                "head\nnumber " + number + "\nhash " + HexFormat.of().formatHex(hash));
    }
}
