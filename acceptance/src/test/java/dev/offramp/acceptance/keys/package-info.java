/// Addresses against implementations that share no code with ours.
@NullMarked
package dev.offramp.acceptance.keys;

import org.jspecify.annotations.NullMarked;
