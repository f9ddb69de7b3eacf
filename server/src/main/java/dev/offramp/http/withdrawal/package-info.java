/// Money on its way out: asked for, and asked about.
///
/// A withdrawal is found by its id or by the name its tenant gave it (`externalId`); whatever is not found is a 404,
/// never a 400 or 422, so that a client which lost our answer cannot mistake "wrongly asked" for "was never accepted"
/// and pay again. For the same reason a name is waited for while its first request is worked on
/// ([ExternalIds][dev.offramp.http.withdrawal.ExternalIds]).
///
/// Before money leaves, the PIN is asked for ([PinGuard][dev.offramp.http.withdrawal.PinGuard]), outside of every
/// transaction: a wrong try counts whatever becomes of the request.
@NullMarked
package dev.offramp.http.withdrawal;

import org.jspecify.annotations.NullMarked;
