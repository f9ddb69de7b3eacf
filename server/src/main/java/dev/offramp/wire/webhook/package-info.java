/// What webhooks say, and the log of their deliveries.
///
/// The key sets of events are closed: receivers book payments by the presence of such keys as `currency` or
/// `label`, so an event carries the keys of its record and no other.
@NullMarked
package dev.offramp.wire.webhook;

import org.jspecify.annotations.NullMarked;
