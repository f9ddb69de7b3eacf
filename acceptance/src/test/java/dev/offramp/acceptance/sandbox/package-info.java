/// Journeys through the sandbox, over HTTP only.
@NullMarked
package dev.offramp.acceptance.sandbox;

import org.jspecify.annotations.NullMarked;
