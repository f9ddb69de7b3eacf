/// An integration's own account on the wire.
@NullMarked
package dev.offramp.wire.account;

import org.jspecify.annotations.NullMarked;
