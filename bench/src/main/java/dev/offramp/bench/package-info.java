/// Measurements and the seeded simulation: `./offramp bench …`, `./offramp verify …`.
@NullMarked
package dev.offramp.bench;

import org.jspecify.annotations.NullMarked;
