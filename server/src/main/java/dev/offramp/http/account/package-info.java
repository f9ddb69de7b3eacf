/// The caller's own account: balances, fees, markup.
///
/// Balances are what can be spent now: what is set aside for payouts under way is not in them. Nothing here ever shows
/// a secret; those are shown once, where they are made.
@NullMarked
package dev.offramp.http.account;

import org.jspecify.annotations.NullMarked;
