package dev.offramp.people;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.IntegrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of `membership`.
final class MembershipStore {

    /// Does nothing when the person has a place there.
    private static final String INSERT = """
            INSERT INTO membership (person, integration, role, since) VALUES (:person, :integration, :role, :since)
            ON CONFLICT ON CONSTRAINT membership_pk DO NOTHING
            """;

    private static final String FIND = """
            SELECT person, integration, role, since FROM membership
            WHERE person = :person AND integration = :integration
            """;

    /// As it is when nobody else changes it any more.
    private static final String LOCK = """
            SELECT person, integration, role, since FROM membership
            WHERE person = :person AND integration = :integration
            FOR UPDATE
            """;

    private static final String OF_PERSON = """
            SELECT person, integration, role, since FROM membership WHERE person = :person ORDER BY since, integration
            """;

    private static final String OF_INTEGRATION = """
            SELECT person, integration, role, since FROM membership
            WHERE integration = :integration
            ORDER BY since, person
            """;

    private static final String WORKING = """
            SELECT m.person, m.integration, m.role, m.since FROM membership m JOIN person p ON p.id = m.person
            WHERE m.integration = ANY(:integrations) AND NOT p.is_disabled
            ORDER BY m.integration, m.since, m.person
            """;

    /// Owners who may sign in. Their rows are locked in one order, so that of two who leave at once the second sees
    /// that the first is gone.
    private static final String LOCK_OWNERS = """
            SELECT m.person FROM membership m JOIN person p ON p.id = m.person
            WHERE m.integration = :integration AND m.role = 'owner' AND NOT p.is_disabled
            ORDER BY m.person
            FOR UPDATE OF m
            """;

    private static final String SET_ROLE = """
            UPDATE membership SET role = :role WHERE person = :person AND integration = :integration
            """;

    private static final String DELETE = """
            DELETE FROM membership WHERE person = :person AND integration = :integration
            """;

    /// @return whether it was inserted
    boolean insert(Transaction tx, Membership membership) {
        return tx.sql()
                        .createUpdate(INSERT)
                        .bind("person", membership.person().toString())
                        .bind("integration", membership.integration().toString())
                        .bind("role", membership.role().code())
                        .bind("since", membership.since())
                        .execute()
                == 1;
    }

    Optional<Membership> find(Transaction tx, PersonId person, IntegrationId integration) {
        return one(tx, FIND, person, integration);
    }

    Optional<Membership> lock(Transaction tx, PersonId person, IntegrationId integration) {
        return one(tx, LOCK, person, integration);
    }

    private static Optional<Membership> one(Transaction tx, String query, PersonId person, IntegrationId integration) {
        return tx.sql()
                .createQuery(query)
                .bind("person", person.toString())
                .bind("integration", integration.toString())
                .map(MembershipStore::membership)
                .findOne();
    }

    List<Membership> of(Transaction tx, PersonId person) {
        return tx.sql()
                .createQuery(OF_PERSON)
                .bind("person", person.toString())
                .map(MembershipStore::membership)
                .list();
    }

    List<Membership> in(Transaction tx, IntegrationId integration) {
        return tx.sql()
                .createQuery(OF_INTEGRATION)
                .bind("integration", integration.toString())
                .map(MembershipStore::membership)
                .list();
    }

    List<Membership> working(Transaction tx, Collection<IntegrationId> integrations) {
        return tx.sql()
                .createQuery(WORKING)
                .bindArray(
                        "integrations",
                        String.class,
                        integrations.stream().map(IntegrationId::toString).toList())
                .map(MembershipStore::membership)
                .list();
    }

    List<PersonId> lockOwners(Transaction tx, IntegrationId integration) {
        return tx.sql()
                .createQuery(LOCK_OWNERS)
                .bind("integration", integration.toString())
                .map((row, context) -> new PersonId(new ObjectId(row.getString("person"))))
                .list();
    }

    void setRole(Transaction tx, PersonId person, IntegrationId integration, Role role) {
        tx.sql()
                .createUpdate(SET_ROLE)
                .bind("person", person.toString())
                .bind("integration", integration.toString())
                .bind("role", role.code())
                .execute();
    }

    void delete(Transaction tx, PersonId person, IntegrationId integration) {
        tx.sql()
                .createUpdate(DELETE)
                .bind("person", person.toString())
                .bind("integration", integration.toString())
                .execute();
    }

    private static Membership membership(ResultSet row, StatementContext context) throws SQLException {
        return new Membership(
                new PersonId(new ObjectId(row.getString("person"))),
                new IntegrationId(new ObjectId(row.getString("integration"))),
                Role.parse(row.getString("role")).orElseThrow(),
                PersonStore.time(row, "since"));
    }
}
