// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.time.Instant;
import java.util.Optional;

/**
 * As the API answers it: SavedAddress.
 *
 * @param network As a withdrawal names it.
 * @param token As a withdrawal names it.
 * @param avatar The token's icon.
 */
public record SavedAddress(
        String _id,
        String id,
        String address,
        String network,
        String token,
        Optional<String> label,
        String avatar,
        Instant createdAt) {}
