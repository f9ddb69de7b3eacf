package dev.offramp.payouts;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.BankAccount;
import dev.offramp.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of the table `saved_bank`.
final class SavedBankStore {

    private static final String INSERT = """
            INSERT INTO saved_bank (
                id, integration, environment, bank_id, bank_name, account_number, account_name, currency, narration,
                created_at)
            VALUES (
                :id, :integration, :environment, :bankId, :bankName, :accountNumber, :accountName, :currency,
                :narration, :createdAt)
            ON CONFLICT ON CONSTRAINT saved_bank_account DO NOTHING
            """;

    private static final String FIND = """
            SELECT * FROM saved_bank WHERE integration = :integration AND environment = :environment AND id = :id
            """;

    private static final String DELETE = """
            DELETE FROM saved_bank WHERE integration = :integration AND environment = :environment AND id = :id
            """;

    /// @return false when the tenant has that account
    boolean insert(Transaction tx, Tenant tenant, SavedBank saved) {
        BankAccount account = saved.account();
        return of(tx.sql().createUpdate(INSERT), tenant)
                        .bind("id", saved.id().toString())
                        .bind("bankId", account.bankId())
                        .bind("bankName", account.bankName())
                        .bind("accountNumber", account.accountNumber())
                        .bind("accountName", account.accountName())
                        .bind("currency", account.currency().code())
                        .bind("narration", account.narration())
                        .bind("createdAt", saved.createdAt())
                        .execute()
                == 1;
    }

    Optional<SavedBank> find(Transaction tx, Tenant tenant, SavedBankId id) {
        return of(tx.sql().createQuery(FIND), tenant)
                .bind("id", id.toString())
                .map(SavedBankStore::saved)
                .findOne();
    }

    boolean delete(Transaction tx, Tenant tenant, SavedBankId id) {
        return of(tx.sql().createUpdate(DELETE), tenant)
                        .bind("id", id.toString())
                        .execute()
                == 1;
    }

    static SavedBank saved(ResultSet row, StatementContext context) throws SQLException {
        return new SavedBank(
                new SavedBankId(new ObjectId(row.getString("id"))),
                PayoutRow.account(row),
                PayoutRow.instant(row, "created_at"));
    }

    private static <S extends SqlStatement<S>> S of(S statement, Tenant tenant) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }
}
