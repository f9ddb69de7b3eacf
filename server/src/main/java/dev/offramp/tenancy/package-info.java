/// Who uses the platform, and what they may do.
///
/// Owns integrations and their per-environment settings (receive currency, markup, fee tiers), credentials, the PIN,
/// and the count of their requests to limited routes. Its entry is [Tenancy][dev.offramp.tenancy.Tenancy].
///
/// Words: an **integration** is a business; a **tenant** is an integration in one environment and owns everything
/// else; a **credential** is an app id with its secret, with **limits** to environments, scopes, caller addresses and
/// time.
///
/// Invariants: secrets and PINs exist here only as keyed hashes (HMAC-SHA-256 under the server key) and are never
/// logged. Unknown id, wrong secret, expired and revoked look and cost the same. A credential is remembered for at
/// most a second, and forgotten at once by the process that changes it. All tries of a PIN, however parallel, share
/// five. Every integration has settings in both environments from its first moment. Sandbox tools are off until an
/// owner switches them on.
///
/// Writes no facts. The loop that calls `writeLastUses` is started by `app`.
@NullMarked
package dev.offramp.tenancy;

import org.jspecify.annotations.NullMarked;
