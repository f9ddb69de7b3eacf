package dev.offramp.destinations;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/// SQL of `business_destination`.
final class BusinessDestinationStore {

    private static final String SET_BANK = """
            INSERT INTO business_destination (integration, environment, kind, bank_id, bank_name, sealed_account,
                                              currency, narration, updated_at)
            VALUES (:integration, :environment, 'bank', :bankId, :bankName, :sealedAccount,
                    :currency, :narration, :at)
            ON CONFLICT ON CONSTRAINT business_destination_pk DO UPDATE SET
                kind = excluded.kind,
                bank_id = excluded.bank_id,
                bank_name = excluded.bank_name,
                sealed_account = excluded.sealed_account,
                currency = excluded.currency,
                narration = excluded.narration,
                token = excluded.token,
                network = excluded.network,
                address = excluded.address,
                updated_at = excluded.updated_at
            """;

    private static final String SET_ADDRESS = """
            INSERT INTO business_destination (integration, environment, kind, token, network, address, updated_at)
            VALUES (:integration, :environment, 'address', :token, :network, :address, :at)
            ON CONFLICT ON CONSTRAINT business_destination_pk DO UPDATE SET
                kind = excluded.kind,
                bank_id = excluded.bank_id,
                bank_name = excluded.bank_name,
                sealed_account = excluded.sealed_account,
                currency = excluded.currency,
                narration = excluded.narration,
                token = excluded.token,
                network = excluded.network,
                address = excluded.address,
                updated_at = excluded.updated_at
            """;

    private static final String CLEAR = """
            DELETE FROM business_destination WHERE integration = :integration AND environment = :environment
            """;

    private static final String FIND = """
            SELECT d.*
            FROM business_destination d
            JOIN unnest(:integrations, :environments) AS tenant (integration, environment)
                ON d.integration = tenant.integration AND d.environment = tenant.environment
            """;

    private record Row(Tenant tenant, Destination destination) {}

    private final BankColumns bankColumns;

    BusinessDestinationStore(BankColumns bankColumns) {
        this.bankColumns = bankColumns;
    }

    /// There is one row per tenant.
    private static String id(Tenant tenant) {
        return tenant.integration() + "/" + tenant.environment().code();
    }

    void set(Transaction tx, Tenant tenant, Destination destination, Instant at) {
        switch (destination) {
            case Destination.Bank bank ->
                of(tenant, bankColumns.bind(tx.sql().createUpdate(SET_BANK), id(tenant), bank.account()))
                        .bind("at", at)
                        .execute();
            case Destination.CoinAddress coins ->
                of(tenant, tx.sql().createUpdate(SET_ADDRESS))
                        .bind("token", coins.token().code())
                        .bind("network", coins.network().code())
                        .bind("address", coins.address())
                        .bind("at", at)
                        .execute();
        }
    }

    void clear(Transaction tx, Tenant tenant) {
        of(tenant, tx.sql().createUpdate(CLEAR)).execute();
    }

    Map<Tenant, Destination> find(Transaction tx, Collection<Tenant> tenants) {
        List<Tenant> each = tenants.stream().distinct().toList();
        return tx.sql()
                .createQuery(FIND)
                .bindArray(
                        "integrations",
                        String.class,
                        each.stream()
                                .map(tenant -> tenant.integration().toString())
                                .toList())
                .bindArray(
                        "environments",
                        String.class,
                        each.stream().map(tenant -> tenant.environment().code()).toList())
                .map((row, context) -> row(row))
                .collectToMap(Row::tenant, Row::destination);
    }

    private static <S extends SqlStatement<S>> S of(Tenant tenant, S statement) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }

    private Row row(ResultSet row) throws SQLException {
        Tenant tenant = new Tenant(
                new IntegrationId(new ObjectId(row.getString("integration"))),
                Environment.parse(row.getString("environment")).orElseThrow());
        return new Row(tenant, destination(row, tenant));
    }

    private Destination destination(ResultSet row, Tenant tenant) throws SQLException {
        String kind = row.getString("kind");
        return switch (kind) {
            case "bank" -> new Destination.Bank(bankColumns.read(row, id(tenant)));
            case "address" ->
                new Destination.CoinAddress(
                        Token.parse(row.getString("token")).orElseThrow(),
                        TokenNetwork.parse(row.getString("network")).orElseThrow(),
                        row.getString("address"));
            default -> throw new IllegalStateException("unknown kind of destination: " + kind);
        };
    }
}
