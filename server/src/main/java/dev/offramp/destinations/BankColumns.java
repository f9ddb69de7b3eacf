package dev.offramp.destinations;

import dev.offramp.money.Fiat;
import dev.offramp.secrets.ClearColumn;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// A bank account as the five columns that every table has for it. Number and holder's name are one of them, sealed
/// under the server key for the row they lie in.
public final class BankColumns {

    private final ServerKey key;

    public BankColumns(ServerKey key) {
        this.key = key;
    }

    /// @param id the row's
    public <S extends SqlStatement<S>> S bind(S statement, String id, BankAccount bank) {
        return statement
                .bind("bankId", bank.bankId())
                .bind("bankName", bank.bankName())
                .bind("sealedAccount", seal(id, bank))
                .bind("currency", bank.currency().code())
                .bind("narration", bank.narration());
    }

    /// Number and holder's name, for the row of this id.
    public byte[] seal(String id, BankAccount bank) {
        String plain = bank.accountNumber() + '\n' + bank.accountName();
        return key.sealRow(Purpose.ACCOUNT, id, plain.getBytes(StandardCharsets.UTF_8));
    }

    /// @param id the row's, as it was when the account was sealed
    public BankAccount read(ResultSet row, String id) throws SQLException {
        byte[] plain = key.openRow(Purpose.ACCOUNT, id, row.getBytes("sealed_account"));
        // A number is of digits alone; whatever a bank writes into a name stays in it.
        String[] numberAndName = new String(plain, StandardCharsets.UTF_8).split("\n", 2);
        return new BankAccount(
                row.getString("bank_id"),
                row.getString("bank_name"),
                numberAndName[0],
                numberAndName[1],
                Fiat.parse(row.getString("currency")).orElseThrow(),
                Optional.ofNullable(row.getString("narration")));
    }

    /// Where an earlier version kept it in the clear.
    ///
    /// @param id makes the row's id of its columns
    public static ClearColumn inTheClear(String table, String id) {
        return new ClearColumn(
                Purpose.ACCOUNT,
                table,
                id,
                "convert_to(account_number || chr(10) || account_name, 'UTF8')",
                "sealed_account",
                List.of("account_number", "account_name"));
    }
}
