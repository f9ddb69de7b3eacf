/// The pages about oneself: name, address, and one more business of one's own.
@NullMarked
package dev.offramp.dashboard.me;

import org.jspecify.annotations.NullMarked;
