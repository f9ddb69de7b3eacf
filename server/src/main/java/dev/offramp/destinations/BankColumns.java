package dev.offramp.destinations;

import dev.offramp.money.Fiat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// A bank account as the six columns that both tables have for it.
final class BankColumns {

    private BankColumns() {}

    static <S extends SqlStatement<S>> S bind(S statement, BankAccount bank) {
        return statement
                .bind("bankId", bank.bankId())
                .bind("bankName", bank.bankName())
                .bind("accountNumber", bank.accountNumber())
                .bind("accountName", bank.accountName())
                .bind("currency", bank.currency().code())
                .bind("narration", bank.narration());
    }

    static BankAccount read(ResultSet row) throws SQLException {
        return new BankAccount(
                row.getString("bank_id"),
                row.getString("bank_name"),
                row.getString("account_number"),
                row.getString("account_name"),
                Fiat.parse(row.getString("currency")).orElseThrow(),
                Optional.ofNullable(row.getString("narration")));
    }
}
