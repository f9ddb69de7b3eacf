/// Operators' pages about deposits that are held back, and about what arrived and is no deposit.
@NullMarked
package dev.offramp.dashboard.held;

import org.jspecify.annotations.NullMarked;
