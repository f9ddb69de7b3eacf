/// What listens: the HTTP server underneath, and nothing of what it says.
///
/// Owns the listening ([Web][dev.offramp.web.Web] is the entry), the bounds on size, time and concurrency, TLS with the
/// renewal of its certificate, the look through trusted proxies, and the answer to what is no HTTP.
///
/// Words: a **raw request** is one as it came in, a **raw answer** one as it goes out; a **face** is one of the things
/// the server is to those who ask it, with paths of its own; a **fault** is what keeps a request from being answered,
/// which each face says in its own dress. The last face has what no other claims.
///
/// Invariants: every answer carries `X-Request-Id`, malformed HTTP included; what came by TLS, and nothing else, is
/// answered with `Strict-Transport-Security`; every answer begins within four seconds
/// of the request, or says that the service is unavailable; an unexpected exception shows its request id and nothing
/// else, and is logged once; bodies and headers are not logged at all. On the way down nothing more is accepted and
/// what has begun is finished.
///
/// The server library is named in [Listener][dev.offramp.web.Listener] and what it is made of alone; a face answers a
/// raw request without it.
@NullMarked
package dev.offramp.web;

import org.jspecify.annotations.NullMarked;
