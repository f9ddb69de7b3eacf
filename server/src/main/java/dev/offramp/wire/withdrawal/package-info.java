/// Payouts on the wire, where they are called withdrawals.
///
/// Amounts are in the currency of the bank account that is paid; `payoutAmount` and `fee` add up to `amount`. `meta`
/// says where it goes, and never reaches a log.
@NullMarked
package dev.offramp.wire.withdrawal;

import org.jspecify.annotations.NullMarked;
