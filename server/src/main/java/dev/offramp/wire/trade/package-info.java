/// Deposits on the wire, where they are called trades and transactions.
@NullMarked
package dev.offramp.wire.trade;

import org.jspecify.annotations.NullMarked;
