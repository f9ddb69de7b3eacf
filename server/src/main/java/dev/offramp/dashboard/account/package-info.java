/// Pages about signing in and about oneself.
///
/// They are open, or of whoever is signed in; none is of a business. What they decide is `people`'s.
@NullMarked
package dev.offramp.dashboard.account;

import org.jspecify.annotations.NullMarked;
