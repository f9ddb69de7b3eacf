/// Operators' pages about the businesses that use the installation: approval, suspension, fees, limits.
@NullMarked
package dev.offramp.dashboard.integrations;

import org.jspecify.annotations.NullMarked;
