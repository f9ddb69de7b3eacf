/// Events to a developer's machine as they happen: asked for over HTTP, passed on signed.
///
/// Owns the [Listening][dev.offramp.listening.Listening], which asks a server, here or elsewhere, for one event after
/// the other and POSTs each to a URL with the bytes and headers of a delivery, and the
/// [Forward][dev.offramp.listening.Forward] that does so.
///
/// Invariants: nothing is passed on twice and nothing is left out while it runs, whatever the server does meanwhile: it
/// gets the next event only for saying what became of the last, and knows the last one again. A server that is away is
/// asked again after growing pauses. The webhook secret is never sent to the server or by it.
///
/// Speaks to the server as any client may. Of the room `webhooks` it uses how a delivery is signed, and nothing else.
@NullMarked
package dev.offramp.listening;

import org.jspecify.annotations.NullMarked;
