/// Money out: what left, and the forms by which more leaves.
///
/// A form that moves money ([MoneyForm][dev.offramp.dashboard.outflows.MoneyForm]) goes the same way for
/// everything: what is typed is kept as a draft from the first field on, what it comes to is shown, and what was
/// shown is done, once, by somebody who has just signed in and knows the PIN. What has changed since it was shown
/// is shown again.
@NullMarked
package dev.offramp.dashboard.outflows;

import org.jspecify.annotations.NullMarked;
