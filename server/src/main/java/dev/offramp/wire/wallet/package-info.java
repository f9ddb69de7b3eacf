/// Deposit addresses on the wire.
@NullMarked
package dev.offramp.wire.wallet;

import org.jspecify.annotations.NullMarked;
