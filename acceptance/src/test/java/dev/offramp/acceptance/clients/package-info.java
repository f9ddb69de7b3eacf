/// What integrators build with: `listen` across restarts of the server, the client libraries and their quickstarts.
@NullMarked
package dev.offramp.acceptance.clients;

import org.jspecify.annotations.NullMarked;
