/// What all pages for people look like, whichever face they belong to, and the headers that keep them safe.
///
/// Owns the colours and the type ([Look][dev.offramp.look.Look]), files that browsers keep for ever
/// ([KeptFile][dev.offramp.look.KeptFile]), the way from a template to an answer ([Html][dev.offramp.look.Html]), and
/// the one line that is said where a page would help nobody ([PlainLine][dev.offramp.look.PlainLine]).
///
/// Words: a **kept file** has a name that changes with its content.
///
/// Invariants: a page runs no script and shows no style but what this server gave it, is shown in nobody's frame, and
/// asks no other host for anything. The dashboard, the documentation and the status page differ in what they say, not
/// in this.
@NullMarked
package dev.offramp.look;

import org.jspecify.annotations.NullMarked;
