/// What a business has chosen for one environment, and its transaction PIN.
///
/// Money that is sent on by itself goes to what is saved and has cooled off, as withdrawals do: else automatic
/// settlement would be the way around the cooling-off time.
@NullMarked
package dev.offramp.dashboard.settings;

import org.jspecify.annotations.NullMarked;
