/// The API's contract: one golden exchange for every operation, every refusal and every event.
@NullMarked
package dev.offramp.acceptance.contract;

import org.jspecify.annotations.NullMarked;
