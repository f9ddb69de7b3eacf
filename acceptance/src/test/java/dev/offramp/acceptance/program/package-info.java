/// The packaged program as its users see it: a process, HTTP, webhooks and commands. Nothing here looks inside.
@NullMarked
package dev.offramp.acceptance.program;

import org.jspecify.annotations.NullMarked;
