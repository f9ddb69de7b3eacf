/// Webhooks of a business: its endpoints, their secret, and the log of what was delivered.
///
/// Whoever is called (probe, test, resend) is called between two transactions. Everything a receiver answered is shown
/// as text. The secret is shown on demand, to those who have just signed in; it is kept sealed, since it signs.
@NullMarked
package dev.offramp.dashboard.webhooks;

import org.jspecify.annotations.NullMarked;
