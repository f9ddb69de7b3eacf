/// Money on its way out, as far as it can be asked about.
///
/// A withdrawal is found by its id or by the name its tenant gave it (`externalId`); whatever is not found is a 404,
/// never a 400 or 422, so that a client which lost our answer cannot mistake "wrongly asked" for "was never accepted"
/// and pay again.
@NullMarked
package dev.offramp.http.withdrawal;

import org.jspecify.annotations.NullMarked;
