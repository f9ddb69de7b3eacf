package dev.offramp.tenancy;

import dev.offramp.db.ObjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/// A credential as the database keeps it, with its integration.
///
/// @param previousUntil until when the previous secret works too; in the past where there is none
record StoredCredential(
        Credential credential, Integration integration, byte[] secretHash, byte[] previousHash, Instant previousUntil) {

    static final byte[] NO_HASH = new byte[32];

    /// Stands in where there is none to compare with.
    static final StoredCredential NOBODY = nobody();

    /// Whether it is the one with this app id, and a secret with this hash opens it. Looks at everything whatever it
    /// finds, so that another id, a wrong secret, an expired credential and a revoked one take the same time.
    boolean opens(String appId, byte[] hash, Instant now) {
        boolean isAsked = MessageDigest.isEqual(bytes(appId), bytes(credential.appId()));
        boolean isCurrent = MessageDigest.isEqual(hash, secretHash);
        boolean isPrevious = MessageDigest.isEqual(hash, previousHash) & now.isBefore(previousUntil);
        boolean isAlive =
                credential.revokedAt().isEmpty() & !credential.limits().isExpiredAt(now);
        return isAsked & (isCurrent | isPrevious) & isAlive;
    }

    private static byte[] bytes(String appId) {
        return appId.getBytes(StandardCharsets.UTF_8);
    }

    private static StoredCredential nobody() {
        IntegrationId integration = new IntegrationId(new ObjectId("0".repeat(ObjectId.LENGTH)));
        CredentialId id = new CredentialId(integration.value());
        Optional<Instant> revoked = Optional.of(Instant.EPOCH);
        return new StoredCredential(
                new Credential(
                        id,
                        integration,
                        "",
                        CredentialLimits.NONE,
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        revoked),
                new Integration(integration, "", "", false, false, false, Instant.EPOCH),
                NO_HASH,
                NO_HASH,
                Instant.EPOCH);
    }

    @Override
    public String toString() {
        return "StoredCredential[" + credential.appId() + "]";
    }
}
