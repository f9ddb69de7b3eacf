package dev.offramp.payouts;

import dev.offramp.db.ObjectId;
import dev.offramp.destinations.BankColumns;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/// How a payout and its state lie in a row of the table `payout`.
final class PayoutRow {

    private final BankColumns bankColumns;

    PayoutRow(BankColumns bankColumns) {
        this.bankColumns = bankColumns;
    }

    Payout payout(ResultSet row, StatementContext context) throws SQLException {
        Fiat currency = Fiat.parse(row.getString("currency")).orElseThrow();
        return new Payout(
                new PayoutId(new ObjectId(row.getString("id"))),
                new PayoutReference(row.getString("reference")),
                tenant(row),
                origin(row),
                money(row, "amount", currency),
                money(row, "fee", currency),
                bankColumns.read(row, row.getString("id")),
                state(row),
                row.getInt("sequence"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(
                new IntegrationId(new ObjectId(row.getString("integration"))),
                Environment.parse(row.getString("environment")).orElseThrow());
    }

    private static PayoutOrigin origin(ResultSet row) throws SQLException {
        Optional<String> deposit = text(row, "deposit");
        return deposit.isPresent()
                ? new PayoutOrigin.Settlement(new ObjectId(deposit.get()), row.getInt("attempt"))
                : new PayoutOrigin.Withdrawal(
                        new SavedBankId(new ObjectId(row.getString("saved_bank"))), text(row, "external_id"));
    }

    private static PayoutState state(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return switch (status) {
            case "placed" -> new PayoutState.Placed();
            case "submitting" -> new PayoutState.Submitting();
            case "processing" -> new PayoutState.Processing(row.getBoolean("acknowledged"));
            case "completed" -> new PayoutState.Completed();
            case "rejected" -> new PayoutState.Rejected(row.getString("reason"));
            case "reversed" -> new PayoutState.Reversed(row.getString("reason"));
            default -> throw new IllegalStateException("no state is stored as " + status);
        };
    }

    static String status(PayoutState state) {
        return switch (state) {
            case PayoutState.Placed _ -> "placed";
            case PayoutState.Submitting _ -> "submitting";
            case PayoutState.Processing _ -> "processing";
            case PayoutState.Completed _ -> "completed";
            case PayoutState.Rejected _ -> "rejected";
            case PayoutState.Reversed _ -> "reversed";
        };
    }

    static boolean acknowledged(PayoutState state) {
        return state instanceof PayoutState.Processing(boolean acknowledged) && acknowledged;
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Money money(ResultSet row, String column, Fiat currency) throws SQLException {
        return new Money(currency.asset(), row.getBigDecimal(column).toBigIntegerExact());
    }
}
