/// Banks and saved bank accounts on the wire.
///
/// A bank's `id` is a short number as text; a saved account's is an object id. Fields of a bank that are unknown are
/// null and not left out, because the contract shows them so. Account numbers never reach a log.
@NullMarked
package dev.offramp.wire.bank;

import org.jspecify.annotations.NullMarked;
