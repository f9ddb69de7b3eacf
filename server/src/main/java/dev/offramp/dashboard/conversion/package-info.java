/// One balance into another, at the rate that was shown.
@NullMarked
package dev.offramp.dashboard.conversion;

import org.jspecify.annotations.NullMarked;
