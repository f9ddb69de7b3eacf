package dev.offramp.withdrawals;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of the table `saved_address`.
final class SavedAddressStore {

    private static final String INSERT = """
            INSERT INTO saved_address (id, integration, environment, token, network, address, label, created_at)
            VALUES (:id, :integration, :environment, :token, :network, :address, :label, :createdAt)
            ON CONFLICT ON CONSTRAINT saved_address_once DO NOTHING
            """;

    private static final String FIND = """
            SELECT * FROM saved_address WHERE integration = :integration AND environment = :environment AND id = :id
            """;

    private static final String DELETE = """
            DELETE FROM saved_address WHERE integration = :integration AND environment = :environment AND id = :id
            """;

    /// @return false when the tenant has that address
    boolean insert(Transaction tx, Tenant tenant, SavedAddress saved) {
        return of(tx.sql().createUpdate(INSERT), tenant)
                        .bind("id", saved.id().toString())
                        .bind("token", saved.token().code())
                        .bind("network", saved.network().code())
                        .bind("address", saved.address().value())
                        .bind("label", saved.label())
                        .bind("createdAt", saved.createdAt())
                        .execute()
                == 1;
    }

    Optional<SavedAddress> find(Transaction tx, Tenant tenant, SavedAddressId id) {
        return of(tx.sql().createQuery(FIND), tenant)
                .bind("id", id.toString())
                .map(SavedAddressStore::saved)
                .findOne();
    }

    boolean delete(Transaction tx, Tenant tenant, SavedAddressId id) {
        return of(tx.sql().createUpdate(DELETE), tenant)
                        .bind("id", id.toString())
                        .execute()
                == 1;
    }

    static SavedAddress saved(ResultSet row, StatementContext context) throws SQLException {
        return new SavedAddress(
                new SavedAddressId(new ObjectId(row.getString("id"))),
                Token.parse(row.getString("token")).orElseThrow(),
                TokenNetwork.parse(row.getString("network")).orElseThrow(),
                new Address(row.getString("address")),
                Optional.ofNullable(row.getString("label")),
                WithdrawalRow.instant(row, "created_at"));
    }

    private static <S extends SqlStatement<S>> S of(S statement, Tenant tenant) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }
}
