/// The status page of the packaged program while a rail, a chain's node and the database really are away.
@NullMarked
package dev.offramp.acceptance.status;

import org.jspecify.annotations.NullMarked;
