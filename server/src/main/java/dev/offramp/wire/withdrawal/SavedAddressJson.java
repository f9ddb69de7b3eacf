package dev.offramp.wire.withdrawal;

import java.time.Instant;
import java.util.Optional;

/// A saved withdrawal address. Clients know its id by either name.
public record SavedAddressJson(
        String _id,
        String id,
        String address,
        String network,
        String token,
        Optional<String> label,
        String avatar,
        Instant createdAt) {}
