/// What receivers that do not work cost those that do.
///
/// Some tenants have a receiver on this machine that answers at once. Events for them are written one by one at a
/// steady rate while the server's own loop delivers: measured is the mean time from the commit of an event to its
/// arrival. Then the loop meets many that wait: measured is how many a second arrive. A round has one more tenant for
/// each kind of bad target (unresolvable, refused, slow byte by byte, endless head and body, redirecting, wrong
/// certificate, private by rebinding), each of whom gets as many events as one of the others; the round beside it has
/// as many more tenants whose receiver is good, so that what is measured is the badness and not the events. The two
/// take turns, several times, on one PostgreSQL whose commits do not wait for the disk; how far the pairs differ among
/// themselves says how much of the
/// result is chance.
@NullMarked
package dev.offramp.bench.webhooks;

import org.jspecify.annotations.NullMarked;
