package dev.offramp.deposits;

import dev.offramp.chains.BlockRef;
import java.util.Optional;
import java.util.OptionalLong;

/// How far a chain was read.
///
/// @param paused why nothing is read for now, if incidents are the reason
/// @param readAgainFrom where to go back to when that pause ends, if further down than `block`
/// @param pausedByHand another reason why nothing is read for now
record Cursor(BlockRef block, Optional<String> paused, OptionalLong readAgainFrom, Optional<HandPause> pausedByHand) {

    boolean isPaused() {
        return paused.isPresent() || pausedByHand.isPresent();
    }

    boolean isAt(BlockRef other) {
        return block.equals(other);
    }
}
