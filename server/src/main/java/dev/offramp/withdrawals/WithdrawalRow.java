package dev.offramp.withdrawals;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.chains.TxHash;
import dev.offramp.db.ObjectId;
import dev.offramp.money.AssetCode;
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

/// How a withdrawal and its state lie in a row of the table `withdrawal`.
final class WithdrawalRow {

    private WithdrawalRow() {}

    static Withdrawal withdrawal(ResultSet row, StatementContext context) throws SQLException {
        return new Withdrawal(
                new WithdrawalId(new ObjectId(row.getString("id"))),
                tenant(row),
                origin(row),
                Token.parse(row.getString("token")).orElseThrow(),
                TokenNetwork.parse(row.getString("network")).orElseThrow(),
                new Address(row.getString("address")),
                FeeLevel.parse(row.getString("fee_level")).orElseThrow(),
                Optional.ofNullable(row.getBigDecimal("asked_coins")),
                money(row, "amount", Fiat.USD.asset()),
                money(row, "fee", Fiat.USD.asset()),
                money(row, "units", new AssetCode(row.getString("asset"))),
                row.getInt("decimals"),
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

    private static WithdrawalOrigin origin(ResultSet row) throws SQLException {
        Optional<String> deposit = Optional.ofNullable(row.getString("deposit"));
        return deposit.isPresent()
                ? new WithdrawalOrigin.Settlement(new ObjectId(deposit.get()), row.getInt("attempt"))
                : new WithdrawalOrigin.Request(Optional.ofNullable(row.getString("external_id")));
    }

    private static WithdrawalState state(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return switch (status) {
            case "placed" -> new WithdrawalState.Placed();
            case "numbered" -> new WithdrawalState.Numbered();
            case "signed" -> new WithdrawalState.Signed();
            case "sent" -> new WithdrawalState.Sent();
            case "completed" -> new WithdrawalState.Completed(new TxHash(row.getString("tx_hash")));
            case "rejected" -> new WithdrawalState.Rejected(row.getString("reason"));
            case "reversed" -> new WithdrawalState.Reversed(row.getString("reason"));
            default -> throw new IllegalStateException("no state is stored as " + status);
        };
    }

    static String status(WithdrawalState state) {
        return switch (state) {
            case WithdrawalState.Placed _ -> "placed";
            case WithdrawalState.Numbered _ -> "numbered";
            case WithdrawalState.Signed _ -> "signed";
            case WithdrawalState.Sent _ -> "sent";
            case WithdrawalState.Completed _ -> "completed";
            case WithdrawalState.Rejected _ -> "rejected";
            case WithdrawalState.Reversed _ -> "reversed";
        };
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Money money(ResultSet row, String column, AssetCode asset) throws SQLException {
        return new Money(asset, row.getBigDecimal(column).toBigIntegerExact());
    }
}
