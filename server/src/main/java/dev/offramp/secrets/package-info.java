/// The server key and what is done with it.
///
/// Owns the **server key** (32 random bytes in a file of mode 600 under the keys folder, outside the database):
/// keyed hashes of API secrets and PINs, and the sealing of what must be read again (webhook secrets, the sandbox
/// seed).
///
/// Invariants: the key is never logged or stored in the database, which keeps only its fingerprint; a process whose
/// key has another fingerprint refuses to start. Comparisons take constant time. Each use has its own derived key,
/// so a hash made for one purpose means nothing for another.
@NullMarked
package dev.offramp.secrets;

import org.jspecify.annotations.NullMarked;
