package dev.offramp.tenancy;

import dev.offramp.db.ObjectId;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/// A credential as the database keeps it, with its integration.
///
/// @param previousUntil until when the previous secret works too; in the past where there is none
record StoredCredential(
        Credential credential, Integration integration, byte[] secretHash, byte[] previousHash, Instant previousUntil) {

    static final byte[] NO_HASH = new byte[32];

    /// Stands in for an unknown app id, so that refusing one does the same work as refusing a wrong secret.
    static final StoredCredential NOBODY = nobody();

    /// Whether a secret with this hash opens it. Looks at everything whatever it finds, so that a wrong secret, an
    /// expired credential and a revoked one take the same time.
    boolean opens(byte[] hash, Instant now) {
        boolean isCurrent = MessageDigest.isEqual(hash, secretHash);
        boolean isPrevious = MessageDigest.isEqual(hash, previousHash) & now.isBefore(previousUntil);
        boolean isAlive =
                credential.revokedAt().isEmpty() & !credential.limits().isExpiredAt(now);
        return (isCurrent | isPrevious) & isAlive;
    }

    private static StoredCredential nobody() {
        IntegrationId integration = new IntegrationId(new ObjectId("0".repeat(ObjectId.LENGTH)));
        CredentialId id = new CredentialId(integration.value());
        Optional<Instant> revoked = Optional.of(Instant.EPOCH);
        return new StoredCredential(
                new Credential(id, integration, "", CredentialLimits.NONE, Instant.EPOCH, Optional.empty(), revoked),
                new Integration(integration, "", "", false, Instant.EPOCH),
                NO_HASH,
                NO_HASH,
                Instant.EPOCH);
    }

    @Override
    public String toString() {
        return "StoredCredential[" + credential.appId() + "]";
    }
}
