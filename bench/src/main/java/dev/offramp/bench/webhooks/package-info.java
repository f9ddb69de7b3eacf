/// What receivers that do not work cost those that do.
///
/// Some tenants have a receiver on this machine that answers at once. Events for them are written at a steady rate,
/// then many at one moment, while the server's own loop delivers; measured are the time from the commit of an event to
/// its arrival, and how many a second arrive of the many. A round has one more tenant for each kind of bad target
/// (unresolvable, refused, slow byte by byte, endless head and body, redirecting, wrong certificate, private by
/// rebinding), each of whom gets as many events as one of the others; the round beside it has as many more tenants
/// whose receiver is good, so that what is measured is the badness and not the events. The two take turns, several
/// times, on one durable PostgreSQL; what is compared are the medians of the rounds.
@NullMarked
package dev.offramp.bench.webhooks;

import org.jspecify.annotations.NullMarked;
