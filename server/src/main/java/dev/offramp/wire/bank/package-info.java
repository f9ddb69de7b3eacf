/// Banks and saved bank accounts on the wire.
@NullMarked
package dev.offramp.wire.bank;

import org.jspecify.annotations.NullMarked;
