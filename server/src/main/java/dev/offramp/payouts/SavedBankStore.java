package dev.offramp.payouts;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.BankColumns;
import dev.offramp.money.Fiat;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import dev.offramp.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of the table `saved_bank`. What is sealed cannot be compared: number and holder's name have a keyed hash each,
/// by which the same account is found again.
final class SavedBankStore {

    private static final String INSERT = """
            INSERT INTO saved_bank (
                id, integration, environment, bank_id, bank_name, sealed_account, number_hash, name_hash, currency,
                narration, created_at)
            VALUES (
                :id, :integration, :environment, :bankId, :bankName, :sealedAccount, :numberHash, :nameHash, :currency,
                :narration, :createdAt)
            ON CONFLICT ON CONSTRAINT saved_bank_account DO NOTHING
            """;

    private static final String FIND = """
            SELECT * FROM saved_bank WHERE integration = :integration AND environment = :environment AND id = :id
            """;

    private static final String DELETE = """
            DELETE FROM saved_bank WHERE integration = :integration AND environment = :environment AND id = :id
            """;

    private static final String IN_THE_CLEAR = """
            SELECT id, bank_id, bank_name, account_number, account_name, currency FROM saved_bank
            WHERE account_number IS NOT NULL
            ORDER BY id
            FOR UPDATE
            """;

    private static final String SEAL = """
            UPDATE saved_bank
            SET sealed_account = :sealedAccount, number_hash = :numberHash, name_hash = :nameHash,
                account_number = NULL, account_name = NULL
            WHERE id = :id
            """;

    private final BankColumns bankColumns;
    private final ServerKey key;

    SavedBankStore(ServerKey key) {
        this.bankColumns = new BankColumns(key);
        this.key = key;
    }

    byte[] numberHash(String number) {
        return key.hash(Purpose.ACCOUNT_HASH, "number " + number);
    }

    /// The same however the name is written.
    byte[] nameHash(String name) {
        return key.hash(Purpose.ACCOUNT_HASH, "name " + name.toLowerCase(Locale.ROOT));
    }

    /// @return false when the tenant has that account
    boolean insert(Transaction tx, Tenant tenant, SavedBank saved) {
        return bind(of(tx.sql().createUpdate(INSERT), tenant), saved.id(), saved.account())
                        .bind("createdAt", saved.createdAt())
                        .execute()
                == 1;
    }

    private <S extends SqlStatement<S>> S bind(S statement, SavedBankId id, BankAccount account) {
        return bankColumns
                .bind(statement, id.toString(), account)
                .bind("id", id.toString())
                .bind("numberHash", numberHash(account.accountNumber()))
                .bind("nameHash", nameHash(account.accountName()));
    }

    Optional<SavedBank> find(Transaction tx, Tenant tenant, SavedBankId id) {
        return of(tx.sql().createQuery(FIND), tenant)
                .bind("id", id.toString())
                .map(this::saved)
                .findOne();
    }

    boolean delete(Transaction tx, Tenant tenant, SavedBankId id) {
        return of(tx.sql().createUpdate(DELETE), tenant)
                        .bind("id", id.toString())
                        .execute()
                == 1;
    }

    SavedBank saved(ResultSet row, StatementContext context) throws SQLException {
        return new SavedBank(id(row), bankColumns.read(row, row.getString("id")), PayoutRow.instant(row, "created_at"));
    }

    private static SavedBankId id(ResultSet row) throws SQLException {
        return new SavedBankId(new ObjectId(row.getString("id")));
    }

    private record Clear(SavedBankId id, BankAccount account) {}

    /// Seals what an earlier version left in the clear.
    ///
    /// @return how many there were
    int sealOld(Transaction tx) {
        List<Clear> old = tx.sql()
                .createQuery(IN_THE_CLEAR)
                .map((row, context) -> new Clear(id(row), clear(row)))
                .list();
        old.forEach(each ->
                bind(tx.sql().createUpdate(SEAL), each.id(), each.account()).execute());
        return old.size();
    }

    private static BankAccount clear(ResultSet row) throws SQLException {
        return new BankAccount(
                row.getString("bank_id"),
                row.getString("bank_name"),
                row.getString("account_number"),
                row.getString("account_name"),
                Fiat.parse(row.getString("currency")).orElseThrow(),
                Optional.empty());
    }

    private static <S extends SqlStatement<S>> S of(S statement, Tenant tenant) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }
}
