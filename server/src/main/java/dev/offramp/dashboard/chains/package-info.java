/// Operators' pages about chains: how they stand, pauses, incidents, and the wallets that coins are sent from.
@NullMarked
package dev.offramp.dashboard.chains;

import org.jspecify.annotations.NullMarked;
