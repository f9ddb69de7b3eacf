/// Who uses the platform, and what they may do.
///
/// Owns integrations and their per-environment settings (receive currency, markup, fee tiers), credentials and
/// the PIN.
///
/// Words: an **integration** is a business; a **tenant** is an integration in one environment and owns everything
/// else; a **credential** is an app id with its secret.
///
/// Invariants: secrets and PINs exist here only as keyed hashes (HMAC-SHA-256 under the server key) and are never
/// logged. Unknown id, wrong secret, expired and revoked look and cost the same.
@NullMarked
package dev.offramp.tenancy;

import org.jspecify.annotations.NullMarked;
