/// The operators' page about rails: how each was found when it was last called, and the payouts on it. With real rails
/// come more.
@NullMarked
package dev.offramp.dashboard.rails;

import org.jspecify.annotations.NullMarked;
