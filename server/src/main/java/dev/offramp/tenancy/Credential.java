package dev.offramp.tenancy;

import java.time.Instant;
import java.util.Optional;

/// A credential as its owner sees it; the secret is not known any more.
///
/// @param appId what its holder sends in `x-app-id`
/// @param oldSecretUntil until when the secret before the present one works too, or did
/// @param lastUsedAt to the minute
public record Credential(
        CredentialId id,
        IntegrationId integration,
        String appId,
        CredentialLimits limits,
        Instant createdAt,
        Optional<Instant> oldSecretUntil,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {}
