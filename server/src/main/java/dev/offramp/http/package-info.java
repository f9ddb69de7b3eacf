/// The face that speaks HTTP to integrators' servers: everything under `/v1`; beside it the icons of assets and the
/// API's description of itself.
///
/// Owns the endpoints ([Endpoints][dev.offramp.http.Endpoints] is their list; one class per verb and object, in
/// sub-packages by resource), routing, the order in which a request is checked ([Checks][dev.offramp.http.Checks] is
/// that order, readable from top to bottom), and the answers kept for repetitions
/// ([Repetitions][dev.offramp.http.Repetitions]). What listens is the room `web`.
///
/// Words: a **call** is a raw request with what the checks have found out about it; a **request** is what an endpoint
/// gets, and an **answer** what it gives.
///
/// An endpoint asks whatever it likes, and changes things by one
/// [commit][dev.offramp.http.Request#commit]; it need not know whether the request carries an idempotency key.
///
/// Invariants: a request with a key takes effect once, together with its kept answer, which lies sealed; every answer
/// is in the envelope, icons and exported tables apart, malformed HTTP included. Secrets and PINs are never logged.
@NullMarked
package dev.offramp.http;

import org.jspecify.annotations.NullMarked;
