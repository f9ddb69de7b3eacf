package dev.offramp.wallets;

import dev.offramp.assets.AddressFamily;
import dev.offramp.chains.Address;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of `wallet` and `wallet_counter`.
final class WalletStore {

    private static final String EXISTS = """
            SELECT EXISTS (
                SELECT 1 FROM wallet
                WHERE integration = :integration AND environment = :environment AND asset = :asset AND label = :label)
            """;

    private static final String NEXT_VAULT = """
            UPDATE wallet_counter SET last_vault = last_vault + 1 WHERE environment = :environment RETURNING last_vault
            """;

    private static final String INSERT = """
            INSERT INTO wallet (id, integration, environment, asset, label, vault, family, address, created_at,
                                fact_sequence)
            VALUES (:id, :integration, :environment, :asset, :label, :vault, :family, :address, :at, :sequence)
            ON CONFLICT ON CONSTRAINT wallet_label_unique DO NOTHING
            """;

    private static final String BY_ID = """
            SELECT * FROM wallet
            WHERE id = :id AND integration = :integration AND environment = :environment
            """;

    private static final String BY_VAULT = """
            SELECT * FROM wallet
            WHERE vault = :vault AND integration = :integration AND environment = :environment
            """;

    private static final String BY_ADDRESS = """
            SELECT * FROM wallet
            WHERE address = :address AND asset = :asset AND integration = :integration AND environment = :environment
            """;

    private static final String ALL = "SELECT * FROM wallet WHERE id = ANY(:ids)";

    private static final String OWNERS = """
            SELECT * FROM wallet
            WHERE environment = :environment AND family = :family AND address = ANY(:addresses)
            """;

    private static final String ADDRESSES = """
            SELECT address FROM wallet WHERE environment = :environment AND family = :family
            """;

    /// Not the stronger FOR UPDATE, which would make every insert of a row that refers to the wallet wait.
    private static final String LOCK = """
            SELECT * FROM wallet WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE
            """;

    boolean exists(Transaction tx, Tenant tenant, AssetCode asset, Label label) {
        return of(tenant, tx.sql().createQuery(EXISTS))
                .bind("asset", asset.value())
                .bind("label", label.value())
                .mapTo(Boolean.class)
                .one();
    }

    /// Locks the counter until the transaction ends.
    VaultId nextVault(Transaction tx, Environment environment) {
        long vault = tx.sql()
                .createQuery(NEXT_VAULT)
                .bind("environment", environment.code())
                .mapTo(Long.class)
                .one();
        return new VaultId(vault);
    }

    /// @return false when the label is taken
    boolean insertIfFree(Transaction tx, Wallet wallet, int factSequence) {
        int inserted = of(wallet.tenant(), tx.sql().createUpdate(INSERT))
                .bind("id", wallet.id().toString())
                .bind("asset", wallet.asset().value())
                .bind("label", wallet.label().value())
                .bind("vault", wallet.vaultId().value())
                .bind("family", code(wallet.family()))
                .bind("address", wallet.address().value())
                .bind("at", wallet.createdAt())
                .bind("sequence", factSequence)
                .execute();
        return inserted == 1;
    }

    Optional<Wallet> find(Transaction tx, Tenant tenant, WalletId id) {
        return of(tenant, tx.sql().createQuery(BY_ID))
                .bind("id", id.toString())
                .map(WalletStore::wallet)
                .findOne();
    }

    Optional<Wallet> find(Transaction tx, Tenant tenant, VaultId vaultId) {
        return of(tenant, tx.sql().createQuery(BY_VAULT))
                .bind("vault", vaultId.value())
                .map(WalletStore::wallet)
                .findOne();
    }

    Optional<Wallet> find(Transaction tx, Tenant tenant, AssetCode asset, Address address) {
        return of(tenant, tx.sql().createQuery(BY_ADDRESS))
                .bind("address", address.value())
                .bind("asset", asset.value())
                .map(WalletStore::wallet)
                .findOne();
    }

    Set<Address> addresses(Transaction tx, Environment environment, AddressFamily family) {
        return tx.sql()
                .createQuery(ADDRESSES)
                .bind("environment", environment.code())
                .bind("family", code(family))
                .map((row, context) -> new Address(row.getString("address")))
                .set();
    }

    List<Wallet> all(Transaction tx, Collection<WalletId> ids) {
        return withIds(tx.sql().createQuery(ALL), ids).map(WalletStore::wallet).list();
    }

    List<Wallet> lock(Transaction tx, Collection<WalletId> ids) {
        return withIds(tx.sql().createQuery(LOCK), ids).map(WalletStore::wallet).list();
    }

    List<Wallet> owners(Transaction tx, Environment environment, AddressFamily family, Collection<Address> addresses) {
        return tx.sql()
                .createQuery(OWNERS)
                .bind("environment", environment.code())
                .bind("family", code(family))
                .bindArray(
                        "addresses",
                        String.class,
                        addresses.stream().map(Address::value).toList())
                .map(WalletStore::wallet)
                .list();
    }

    private static <S extends SqlStatement<S>> S of(Tenant tenant, S statement) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }

    private static Query withIds(Query query, Collection<WalletId> ids) {
        return query.bindArray(
                "ids", String.class, ids.stream().map(WalletId::toString).toList());
    }

    private static String code(AddressFamily family) {
        return family.name().toLowerCase(Locale.ROOT);
    }

    static Wallet wallet(ResultSet row, StatementContext context) throws SQLException {
        return new Wallet(
                new WalletId(new ObjectId(row.getString("id"))),
                new Tenant(
                        new IntegrationId(new ObjectId(row.getString("integration"))),
                        Environment.parse(row.getString("environment")).orElseThrow()),
                new AssetCode(row.getString("asset")),
                new Label(row.getString("label")),
                new VaultId(row.getLong("vault")),
                AddressFamily.valueOf(row.getString("family").toUpperCase(Locale.ROOT)),
                new Address(row.getString("address")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
