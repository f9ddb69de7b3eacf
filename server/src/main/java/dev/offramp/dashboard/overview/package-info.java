/// What a business sees first: what it has, and what came in last.
///
/// Everything on the page is asked of one moment, and none of it row by row.
@NullMarked
package dev.offramp.dashboard.overview;

import org.jspecify.annotations.NullMarked;
