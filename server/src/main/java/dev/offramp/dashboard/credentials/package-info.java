/// API credentials of a business: made, limited, given new secrets, revoked.
///
/// A page manages what works in its own environment and nothing that works in production from a page of development:
/// who comes to production has a second factor, and a developer has no business there. A secret is part of the one
/// answer that made it and of nothing else.
@NullMarked
package dev.offramp.dashboard.credentials;

import org.jspecify.annotations.NullMarked;
