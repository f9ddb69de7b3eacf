package dev.offramp.deposits;

import dev.offramp.chains.BlockRef;
import java.util.Optional;
import java.util.OptionalLong;

/// How far a chain was read.
///
/// @param paused why nothing is read for now
/// @param readAgainFrom where to go back to when the pause ends, if further down than `block`
record Cursor(BlockRef block, Optional<String> paused, OptionalLong readAgainFrom) {

    boolean isAt(BlockRef other) {
        return block.equals(other);
    }
}
