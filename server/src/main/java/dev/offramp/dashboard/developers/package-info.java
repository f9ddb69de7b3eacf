/// What somebody needs who writes a program against the API: examples with their own App ID, and what their requests
/// came to.
@NullMarked
package dev.offramp.dashboard.developers;

import org.jspecify.annotations.NullMarked;
