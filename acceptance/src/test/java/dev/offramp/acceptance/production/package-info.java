/// The packaged program in production, on a real EVM node: what it credits, and what it does not.
@NullMarked
package dev.offramp.acceptance.production;

import org.jspecify.annotations.NullMarked;
