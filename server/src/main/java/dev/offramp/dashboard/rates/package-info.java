/// Operators' pages about rates: how the rate of every pair stands, rates set by hand, spreads.
@NullMarked
package dev.offramp.dashboard.rates;

import org.jspecify.annotations.NullMarked;
