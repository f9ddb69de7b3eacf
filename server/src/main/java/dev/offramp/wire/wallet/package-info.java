/// Deposit addresses on the wire.
///
/// Labels and addresses are exactly, to the byte, what was sent and what was generated: clients compare them. The keys
/// of the linked bank are all there or all left out, the narration excepted.
@NullMarked
package dev.offramp.wire.wallet;

import org.jspecify.annotations.NullMarked;
