package dev.offramp.people;

import java.time.Instant;
import java.util.Optional;

/// A key pair in somebody's phone, computer or security key, made for this installation.
///
/// @param name the owner's own, 1 to 100 characters
/// @param isSynced whether its maker keeps copies, so that it outlives the device
public record Passkey(
        PasskeyId id,
        PersonId person,
        String name,
        boolean isSynced,
        Instant createdAt,
        Optional<Instant> lastUsedAt) {}
