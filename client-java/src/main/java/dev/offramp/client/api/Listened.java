// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.time.Instant;
import java.util.Optional;

/**
 * As the API answers it: Listened.
 *
 * @param listener Whom to ask as from now on; another than asked when that one was forgotten.
 * @param until When it is forgotten unless it asks again.
 * @param delivery The oldest event it has not said it took; left out while there is none.
 */
public record Listened(
        String listener,
        Instant until,
        Optional<Waiting> delivery) {}
