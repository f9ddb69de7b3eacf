package dev.offramp.people;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.IntegrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of `invitation` and `password_reset`.
final class InvitationStore {

    private static final String INSERT = """
            INSERT INTO invitation (id, token_hash, email, integration, role, invited_by, created_at, expires_at)
            VALUES (:id, :hash, :email, :integration, :role, :invited_by, :created_at, :expires_at)
            """;

    private static final String OF_INTEGRATION = """
            SELECT id, email, integration, role, invited_by, created_at, expires_at, used_at, revoked_at
            FROM invitation
            WHERE integration = :integration
            ORDER BY created_at DESC, id DESC
            """;

    /// Those for a business of one's own.
    private static final String OF_NONE = """
            SELECT id, email, integration, role, invited_by, created_at, expires_at, used_at, revoked_at
            FROM invitation
            WHERE integration IS NULL
            ORDER BY created_at DESC, id DESC
            """;

    private static final String FIND = """
            SELECT id, email, integration, role, invited_by, created_at, expires_at, used_at, revoked_at
            FROM invitation
            WHERE token_hash = :hash AND used_at IS NULL AND revoked_at IS NULL AND expires_at > :now
            """;

    /// Of two that use one link at once, the second waits for the row and then finds it used.
    private static final String LOCK = """
            SELECT id, email, integration, role, invited_by, created_at, expires_at, used_at, revoked_at
            FROM invitation
            WHERE token_hash = :hash AND used_at IS NULL AND revoked_at IS NULL AND expires_at > :now
            FOR UPDATE
            """;

    private static final String USE = "UPDATE invitation SET used_at = :now WHERE id = :id";

    private static final String REVOKE = """
            UPDATE invitation SET revoked_at = :now
            WHERE id = :id AND integration IS NOT DISTINCT FROM :integration
              AND used_at IS NULL AND revoked_at IS NULL AND expires_at > :now
            """;

    private static final String INSERT_RESET = """
            INSERT INTO password_reset (person, token_hash, removes_factors, expires_at)
            VALUES (:person, :hash, :removes_factors, :expires_at)
            ON CONFLICT ON CONSTRAINT password_reset_pk DO UPDATE
            SET token_hash = excluded.token_hash, removes_factors = excluded.removes_factors,
                expires_at = excluded.expires_at
            """;

    private static final String FIND_RESET = """
            SELECT r.person, r.removes_factors FROM password_reset r JOIN person p ON p.id = r.person
            WHERE r.token_hash = :hash AND r.expires_at > :now AND NOT p.is_disabled
            """;

    /// Of two that use one link at once, the second waits for the row and then finds it gone.
    private static final String TAKE_RESET = """
            DELETE FROM password_reset WHERE token_hash = :hash AND expires_at > :now
            """;

    private static final String DELETE_RESET = "DELETE FROM password_reset WHERE person = :person";

    private static final String EXPIRE_RESETS = """
            DELETE FROM password_reset WHERE person IN (
                SELECT person FROM password_reset WHERE expires_at <= :now LIMIT :most FOR UPDATE SKIP LOCKED
            )
            """;

    /// A link for a forgotten password.
    record Reset(PersonId person, boolean removesFactors) {}

    void insert(Transaction tx, Invitation invitation, byte[] hash) {
        Optional<Invitation.Offer.Place> place = place(invitation.offer());
        tx.sql()
                .createUpdate(INSERT)
                .bind("id", invitation.id().toString())
                .bind("hash", hash)
                .bind("email", invitation.email().text())
                .bind("integration", place.map(one -> one.integration().toString()))
                .bind("role", place.map(one -> one.role().code()))
                .bind("invited_by", invitation.invitedBy().map(PersonId::toString))
                .bind("created_at", invitation.createdAt())
                .bind("expires_at", invitation.expiresAt())
                .execute();
    }

    private static Optional<Invitation.Offer.Place> place(Invitation.Offer offer) {
        return switch (offer) {
            case Invitation.Offer.Place place -> Optional.of(place);
            case Invitation.Offer.Business _ -> Optional.empty();
        };
    }

    List<Invitation> list(Transaction tx, IntegrationId integration, Instant now) {
        return tx.sql()
                .createQuery(OF_INTEGRATION)
                .bind("integration", integration.toString())
                .map((row, context) -> invitation(row, now))
                .list();
    }

    List<Invitation> listForBusinesses(Transaction tx, Instant now) {
        return tx.sql()
                .createQuery(OF_NONE)
                .map((row, context) -> invitation(row, now))
                .list();
    }

    Optional<Invitation> find(Transaction tx, byte[] hash, Instant now) {
        return open(tx, FIND, hash, now);
    }

    Optional<Invitation> lock(Transaction tx, byte[] hash, Instant now) {
        return open(tx, LOCK, hash, now);
    }

    private static Optional<Invitation> open(Transaction tx, String sql, byte[] hash, Instant now) {
        return tx.sql()
                .createQuery(sql)
                .bind("hash", hash)
                .bind("now", now)
                .map((row, context) -> invitation(row, now))
                .findOne();
    }

    /// Of one that is locked.
    void use(Transaction tx, InvitationId id, Instant now) {
        tx.sql().createUpdate(USE).bind("id", id.toString()).bind("now", now).execute();
    }

    boolean revoke(Transaction tx, InvitationId id, Optional<IntegrationId> integration, Instant now) {
        return tx.sql()
                        .createUpdate(REVOKE)
                        .bind("id", id.toString())
                        .bind("integration", integration.map(IntegrationId::toString))
                        .bind("now", now)
                        .execute()
                == 1;
    }

    void insertReset(Transaction tx, Reset reset, byte[] hash, Instant expiresAt) {
        tx.sql()
                .createUpdate(INSERT_RESET)
                .bind("person", reset.person().toString())
                .bind("hash", hash)
                .bind("removes_factors", reset.removesFactors())
                .bind("expires_at", expiresAt)
                .execute();
    }

    Optional<Reset> findReset(Transaction tx, byte[] hash, Instant now) {
        return tx.sql()
                .createQuery(FIND_RESET)
                .bind("hash", hash)
                .bind("now", now)
                .map(InvitationStore::reset)
                .findOne();
    }

    boolean takeReset(Transaction tx, byte[] hash, Instant now) {
        return tx.sql()
                        .createUpdate(TAKE_RESET)
                        .bind("hash", hash)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    void deleteReset(Transaction tx, PersonId person) {
        tx.sql().createUpdate(DELETE_RESET).bind("person", person.toString()).execute();
    }

    int expireResets(Transaction tx, Instant now, int most) {
        return tx.sql()
                .createUpdate(EXPIRE_RESETS)
                .bind("now", now)
                .bind("most", most)
                .execute();
    }

    private static Reset reset(ResultSet row, StatementContext context) throws SQLException {
        return new Reset(new PersonId(new ObjectId(row.getString("person"))), row.getBoolean("removes_factors"));
    }

    private static Invitation invitation(ResultSet row, Instant now) throws SQLException {
        Optional<IntegrationId> integration = Optional.ofNullable(row.getString("integration"))
                .map(ObjectId::new)
                .map(IntegrationId::new);
        Invitation.Offer offer = integration.isPresent()
                ? new Invitation.Offer.Place(
                        integration.get(), Role.parse(row.getString("role")).orElseThrow())
                : new Invitation.Offer.Business();
        return new Invitation(
                new InvitationId(new ObjectId(row.getString("id"))),
                new Email(row.getString("email")),
                offer,
                Optional.ofNullable(row.getString("invited_by"))
                        .map(ObjectId::new)
                        .map(PersonId::new),
                PersonStore.time(row, "created_at"),
                PersonStore.time(row, "expires_at"),
                state(row, now));
    }

    private static Invitation.State state(ResultSet row, Instant now) throws SQLException {
        if (row.getObject("used_at") != null) {
            return Invitation.State.USED;
        }
        if (row.getObject("revoked_at") != null) {
            return Invitation.State.REVOKED;
        }
        return now.isBefore(PersonStore.time(row, "expires_at")) ? Invitation.State.OPEN : Invitation.State.EXPIRED;
    }
}
