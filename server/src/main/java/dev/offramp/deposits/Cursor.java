package dev.offramp.deposits;

import dev.offramp.chains.BlockRef;
import java.util.Optional;

/// How far a chain was read.
///
/// @param paused why nothing is read for now
record Cursor(BlockRef block, Optional<String> paused) {

    boolean isAt(BlockRef other) {
        return block.equals(other);
    }
}
