/// The server key and what is done with it; key files and how they are recognised.
///
/// Owns the **server key** (32 random bytes in a file of mode 600 under the keys folder, outside the database):
/// keyed hashes of API secrets and PINs, and the sealing of what must be read again (webhook secrets, the sandbox
/// seed, and in rows: accounts, facts, bodies of webhooks, kept answers). Rows that an earlier version left in the
/// clear are sealed when a process starts ([Sealing][dev.offramp.secrets.Sealing]). Owns the **keys folder** with
/// the making and reading of its files, sealing under a **passphrase**, **sealed files** that leave the
/// installation ([SealedFile][dev.offramp.secrets.SealedFile]), and the **fingerprints** by which the database
/// recognises the keys it was made with.
///
/// Invariants: the key is never logged or stored in the database, which keeps only its fingerprint; a process whose
/// key has another fingerprint refuses to start ([UnusableKey][dev.offramp.secrets.UnusableKey], one clear line), and
/// so does one whose key file is gone. A key file is made once, whole, readable by its owner alone, and never
/// replaced. Comparisons take constant time. Each use has its own derived key, so a hash made for one purpose means
/// nothing for another, and what was sealed into one row opens in no other.
@NullMarked
package dev.offramp.secrets;

import org.jspecify.annotations.NullMarked;
