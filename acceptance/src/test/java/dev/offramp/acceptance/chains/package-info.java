/// Chain adapters against real nodes.
@NullMarked
package dev.offramp.acceptance.chains;

import org.jspecify.annotations.NullMarked;
