package dev.offramp.tenancy;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of `credential`.
final class CredentialStore {

    private static final String INSERT = """
            INSERT INTO credential (id, integration, app_id, secret_hash, environments, scopes, addresses, expires_at,
                                    created_at)
            VALUES (:id, :integration, :app_id, :hash, :environments, :scopes, :addresses, :expires_at, :now)
            """;

    /// The credential with this app id, or else one with another: the next one before it, or the first of all. So an
    /// unknown id costs what a known one costs, in the database and in reading the row.
    private static final String FIND_NEAREST = """
            SELECT c.id, c.integration, c.app_id, c.secret_hash, c.previous_hash, c.previous_until, c.environments,
                   c.scopes, c.addresses, c.expires_at, c.revoked_at, c.last_used_at, c.created_at,
                   i.name, i.merchant_reference, i.is_active, i.production_approved, i.sandbox_tools,
                   i.created_at AS integration_created_at
            FROM credential c JOIN integration i ON i.id = c.integration
            WHERE c.app_id = greatest((SELECT max(app_id) FROM credential WHERE app_id <= :app_id),
                                      (SELECT min(app_id) FROM credential))
            """;

    private static final String LIST = """
            SELECT id, integration, app_id, previous_until, environments, scopes, addresses, expires_at, revoked_at,
                   last_used_at, created_at
            FROM credential
            WHERE integration = :integration
            ORDER BY created_at, id
            """;

    private static final String EXPIRING = """
            SELECT id, integration, app_id, previous_until, environments, scopes, addresses, expires_at, revoked_at,
                   last_used_at, created_at
            FROM credential
            WHERE expires_at > :from AND expires_at <= :until AND revoked_at IS NULL AND expires_at IS NOT NULL
            ORDER BY expires_at, id
            """;

    private static final String LOCK = """
            SELECT id, integration, app_id, previous_until, environments, scopes, addresses, expires_at, revoked_at,
                   last_used_at, created_at
            FROM credential
            WHERE id = :id AND integration = :integration
            FOR UPDATE
            """;

    /// Answers the app id; nothing when there is no such credential, or it was revoked.
    private static final String REPLACE_SECRET = """
            UPDATE credential
            SET previous_hash  = CASE WHEN :keep THEN secret_hash END,
                previous_until = CASE WHEN :keep THEN :until::timestamptz END,
                secret_hash    = :hash
            WHERE id = :id AND revoked_at IS NULL
            RETURNING app_id
            """;

    private static final String REVOKE = """
            UPDATE credential SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL
            """;

    private static final String LIMIT = """
            UPDATE credential
            SET environments = :environments, scopes = :scopes, addresses = :addresses, expires_at = :expires_at
            WHERE id = :id AND revoked_at IS NULL
            """;

    private static final String LIMIT_ADDRESSES = """
            UPDATE credential SET addresses = :addresses WHERE integration = :integration AND revoked_at IS NULL
            """;

    private static final String LIMIT_ADDRESSES_OF = """
            UPDATE credential SET addresses = :addresses WHERE id = ANY(:ids) AND revoked_at IS NULL
            """;

    /// At most once a minute per credential, whichever process saw it used. Rows that others hold are left for the
    /// next turn.
    private static final String USED = """
            WITH due AS (
                SELECT c.id, used.at
                FROM credential c JOIN unnest(:ids, :times::timestamptz[]) AS used (id, at) ON used.id = c.id
                WHERE c.last_used_at IS NULL OR c.last_used_at <= used.at - interval '1 minute'
                ORDER BY c.id
                FOR UPDATE OF c SKIP LOCKED
            )
            UPDATE credential SET last_used_at = due.at FROM due WHERE credential.id = due.id
            """;

    void insert(Transaction tx, Credential credential, byte[] secretHash) {
        bindLimits(tx.sql().createUpdate(INSERT), credential.limits())
                .bind("id", credential.id().toString())
                .bind("integration", credential.integration().toString())
                .bind("app_id", credential.appId())
                .bind("hash", secretHash)
                .bind("now", credential.createdAt())
                .execute();
    }

    /// The caller compares the app id; empty only when there is no credential at all.
    Optional<StoredCredential> findNearest(Transaction tx, String appId) {
        return tx.sql()
                .createQuery(FIND_NEAREST)
                .bind("app_id", appId)
                .map(CredentialStore::stored)
                .findOne();
    }

    List<Credential> list(Transaction tx, IntegrationId integration) {
        return tx.sql()
                .createQuery(LIST)
                .bind("integration", integration.toString())
                .map(CredentialStore::credential)
                .list();
    }

    /// Everybody's that work and expire in that time.
    List<Credential> expiring(Transaction tx, Instant from, Instant until) {
        return tx.sql()
                .createQuery(EXPIRING)
                .bind("from", from)
                .bind("until", until)
                .map(CredentialStore::credential)
                .list();
    }

    /// One of the integration's own, locked until the transaction ends.
    Optional<Credential> lock(Transaction tx, IntegrationId integration, CredentialId id) {
        return tx.sql()
                .createQuery(LOCK)
                .bind("id", id.toString())
                .bind("integration", integration.toString())
                .map(CredentialStore::credential)
                .findOne();
    }

    Optional<String> replaceSecret(Transaction tx, CredentialId id, byte[] hash, Optional<Instant> previousUntil) {
        return tx.sql()
                .createQuery(REPLACE_SECRET)
                .bind("id", id.toString())
                .bind("hash", hash)
                .bind("keep", previousUntil.isPresent())
                .bind("until", previousUntil)
                .mapTo(String.class)
                .findOne();
    }

    boolean revoke(Transaction tx, CredentialId id, Instant now) {
        return tx.sql()
                        .createUpdate(REVOKE)
                        .bind("id", id.toString())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    boolean limit(Transaction tx, CredentialId id, CredentialLimits limits) {
        return bindLimits(tx.sql().createUpdate(LIMIT), limits)
                        .bind("id", id.toString())
                        .execute()
                == 1;
    }

    void limitAddresses(Transaction tx, IntegrationId integration, Collection<AddressRange> addresses) {
        tx.sql()
                .createUpdate(LIMIT_ADDRESSES)
                .bind("integration", integration.toString())
                .bindArray("addresses", String.class, texts(addresses))
                .execute();
    }

    void limitAddresses(Transaction tx, Collection<CredentialId> ids, Collection<AddressRange> addresses) {
        tx.sql()
                .createUpdate(LIMIT_ADDRESSES_OF)
                .bindArray(
                        "ids",
                        String.class,
                        ids.stream().map(CredentialId::toString).toList())
                .bindArray("addresses", String.class, texts(addresses))
                .execute();
    }

    void used(Transaction tx, Map<CredentialId, Instant> uses) {
        List<CredentialId> ids = List.copyOf(uses.keySet());
        tx.sql()
                .createUpdate(USED)
                .bindArray(
                        "ids",
                        String.class,
                        ids.stream().map(CredentialId::toString).toList())
                .bindArray(
                        "times",
                        String.class,
                        ids.stream().map(id -> uses.get(id).toString()).toList())
                .execute();
    }

    private static <S extends SqlStatement<S>> S bindLimits(S statement, CredentialLimits limits) {
        return statement
                .bindArray(
                        "environments",
                        String.class,
                        limits.environments().stream().map(Environment::code).toList())
                .bindArray(
                        "scopes",
                        String.class,
                        limits.scopes().stream().map(Scope::code).toList())
                .bindArray("addresses", String.class, texts(limits.addresses()))
                .bind("expires_at", limits.expiresAt());
    }

    private static List<String> texts(Collection<AddressRange> addresses) {
        return addresses.stream().map(AddressRange::toString).toList();
    }

    private static StoredCredential stored(ResultSet row, StatementContext context) throws SQLException {
        Credential credential = credential(row, context);
        Integration integration = new Integration(
                credential.integration(),
                row.getString("name"),
                row.getString("merchant_reference"),
                row.getBoolean("is_active"),
                row.getBoolean("production_approved"),
                row.getBoolean("sandbox_tools"),
                time(row, "integration_created_at").orElseThrow());
        return new StoredCredential(
                credential,
                integration,
                row.getBytes("secret_hash"),
                Optional.ofNullable(row.getBytes("previous_hash")).orElse(StoredCredential.NO_HASH),
                time(row, "previous_until").orElse(Instant.EPOCH));
    }

    private static Credential credential(ResultSet row, StatementContext context) throws SQLException {
        return new Credential(
                new CredentialId(new ObjectId(row.getString("id"))),
                new IntegrationId(new ObjectId(row.getString("integration"))),
                row.getString("app_id"),
                limits(row),
                time(row, "created_at").orElseThrow(),
                time(row, "previous_until"),
                time(row, "last_used_at"),
                time(row, "revoked_at"));
    }

    private static CredentialLimits limits(ResultSet row) throws SQLException {
        return new CredentialLimits(
                texts(row, "environments").stream()
                        .map(text -> Environment.parse(text).orElseThrow())
                        .collect(Collectors.toSet()),
                texts(row, "scopes").stream()
                        .map(text -> Scope.parse(text).orElseThrow())
                        .collect(Collectors.toSet()),
                texts(row, "addresses").stream()
                        .map(text -> AddressRange.parse(text).orElseThrow())
                        .toList(),
                time(row, "expires_at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
