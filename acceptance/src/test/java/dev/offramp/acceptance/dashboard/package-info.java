/// The dashboard of the packaged program, as people use it and as others attack it.
@NullMarked
package dev.offramp.acceptance.dashboard;

import org.jspecify.annotations.NullMarked;
