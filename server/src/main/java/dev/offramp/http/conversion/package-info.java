/// Endpoints that convert between balances.
@NullMarked
package dev.offramp.http.conversion;

import org.jspecify.annotations.NullMarked;
