/// The operator's pages about the status page: how components were found, and incidents as everybody reads them.
///
/// What is typed here is shown to the world and told to subscribers at once.
@NullMarked
package dev.offramp.dashboard.status;

import org.jspecify.annotations.NullMarked;
