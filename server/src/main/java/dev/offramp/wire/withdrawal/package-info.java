/// Payouts on the wire, where they are called withdrawals.
@NullMarked
package dev.offramp.wire.withdrawal;

import org.jspecify.annotations.NullMarked;
