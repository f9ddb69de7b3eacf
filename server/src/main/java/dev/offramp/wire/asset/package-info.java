/// Assets and what they are worth, on the wire.
///
/// `rate` is always there and empty where no rate is known; its keys are in capitals, unlike the currency codes
/// everywhere else, because the contract has it so.
@NullMarked
package dev.offramp.wire.asset;

import org.jspecify.annotations.NullMarked;
