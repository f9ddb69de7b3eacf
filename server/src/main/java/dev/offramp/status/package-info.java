/// The face that says how everything stands: a page for people, the same for programs and for feed readers, and two
/// answers for machines that decide whether a process is to live and to get requests.
///
/// Owns `/status` with what lies below it, `/status.json`, `/health/live` and `/health/ready`. What it shows is
/// read from the rooms `health` and `bulletins`; people subscribe, confirm and unsubscribe here without signing in.
///
/// Words: a **bar** is a day of a component; **availability** is the part of the measured time in which it was not
/// down.
///
/// Invariants: everything here is answered while the database is away, which it then says, but for what must be written
/// down; a page works without a script, asks no other host for anything, and depends on nobody who asks; a link in a
/// letter that is only looked at changes nothing, since mail programs look at them first; what programs read is never
/// answered with a page, whatever is wrong.
@NullMarked
package dev.offramp.status;

import org.jspecify.annotations.NullMarked;
