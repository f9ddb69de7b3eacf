/// The pages on which people read what they were told, and choose what is mailed to them.
@NullMarked
package dev.offramp.dashboard.notices;

import org.jspecify.annotations.NullMarked;
