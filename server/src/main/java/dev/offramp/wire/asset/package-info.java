/// Assets and what they are worth, on the wire.
@NullMarked
package dev.offramp.wire.asset;

import org.jspecify.annotations.NullMarked;
