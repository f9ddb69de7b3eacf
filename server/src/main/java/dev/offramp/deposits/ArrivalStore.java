package dev.offramp.deposits;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockHash;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.Position;
import dev.offramp.chains.TxHash;
import dev.offramp.db.JsonRows;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.WalletId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/// SQL of the table `arrival`.
final class ArrivalStore {

    private static final String INSERT = """
            INSERT INTO arrival (environment, network, tx_hash, position, address, wallet, integration,
                                 contract, units, why, block_height, block_hash, seen_at)
            SELECT :environment, :network, tx_hash, position, address, wallet, integration,
                   contract, units, why, block_height, block_hash, :at
            FROM json_to_recordset(:rows::json) AS new (
                tx_hash text, position text, address text, wallet text, integration text,
                contract text, units numeric, why text, block_height bigint, block_hash text)
            ON CONFLICT ON CONSTRAINT arrival_pk
                DO UPDATE SET block_height = excluded.block_height, block_hash = excluded.block_hash
            """;

    private static final String LIST = """
            SELECT * FROM arrival
            ORDER BY seen_at DESC, tx_hash, position
            LIMIT :max
            """;

    /// The index on transfers begins with environment and network.
    private static final String OF_TRANSACTION = """
            SELECT * FROM arrival
            WHERE environment = ANY(:environments) AND network = ANY(:networks) AND tx_hash = :hash
            ORDER BY environment, network, position, address
            LIMIT :max
            """;

    private static final String OF_WALLETS = """
            SELECT * FROM arrival WHERE wallet = ANY(:wallets)
            ORDER BY seen_at DESC, tx_hash, position
            LIMIT :max
            """;

    private static final String IN_BLOCKS = """
            SELECT * FROM arrival
            WHERE environment = :environment AND network = :network AND block_height BETWEEN :from AND :to
            ORDER BY block_height, tx_hash, position
            LIMIT :max
            """;

    void insert(Transaction tx, ChainId chain, List<Sighting> sightings, Instant at) {
        if (sightings.isEmpty()) {
            return;
        }
        tx.sql()
                .createUpdate(INSERT)
                .bind("environment", chain.environment().code())
                .bind("network", chain.network().code())
                .bind("rows", JsonRows.of(sightings, ArrivalStore::fill))
                .bind("at", at)
                .execute();
    }

    private static void fill(JsonRows.Row row, Sighting sighting) {
        row.put("tx_hash", sighting.transfer().tx().value())
                .put("position", sighting.transfer().position().value())
                .put("address", sighting.transfer().recipient().value())
                .put("wallet", sighting.wallet().id().value().value())
                .put("integration", sighting.wallet().tenant().integration().toString())
                .putText("contract", sighting.transfer().contract().map(Address::value))
                .put("units", sighting.transfer().units())
                .put("why", (sighting.asset().isEmpty() ? Arrival.Why.UNKNOWN_TOKEN : Arrival.Why.DUST).code());
        if (sighting.place() instanceof Place.InBlock(var block)) {
            row.put("block_height", block.height())
                    .put("block_hash", block.hash().value());
        }
    }

    /// The latest arrivals, newest first.
    List<Arrival> list(Transaction tx, int max) {
        return tx.sql()
                .createQuery(LIST)
                .bind("max", max)
                .map((row, context) -> arrival(row))
                .list();
    }

    List<Arrival> ofTransaction(Transaction tx, TxHash hash, int max) {
        return everywhere(tx.sql().createQuery(OF_TRANSACTION))
                .bind("hash", hash.value())
                .bind("max", max)
                .map((row, context) -> arrival(row))
                .list();
    }

    /// The latest to these wallets, newest first.
    List<Arrival> ofWallets(Transaction tx, Collection<WalletId> wallets, int max) {
        return tx.sql()
                .createQuery(OF_WALLETS)
                .bindArray(
                        "wallets",
                        String.class,
                        wallets.stream().map(WalletId::toString).toList())
                .bind("max", max)
                .map((row, context) -> arrival(row))
                .list();
    }

    List<Arrival> inBlocks(Transaction tx, ChainId chain, long from, long to, int max) {
        return tx.sql()
                .createQuery(IN_BLOCKS)
                .bind("environment", chain.environment().code())
                .bind("network", chain.network().code())
                .bind("from", from)
                .bind("to", to)
                .bind("max", max)
                .map((row, context) -> arrival(row))
                .list();
    }

    /// For an index that begins with environment and network.
    static Query everywhere(Query query) {
        return query.bindArray(
                        "environments",
                        String.class,
                        Arrays.stream(Environment.values())
                                .map(Environment::code)
                                .toList())
                .bindArray(
                        "networks",
                        String.class,
                        Arrays.stream(Network.values()).map(Network::code).toList());
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        String hash = row.getString("block_hash");
        return new Arrival(
                new Tenant(
                        new IntegrationId(new ObjectId(row.getString("integration"))),
                        Environment.parse(row.getString("environment")).orElseThrow()),
                new WalletId(new ObjectId(row.getString("wallet"))),
                Network.parse(row.getString("network")).orElseThrow(),
                new TxHash(row.getString("tx_hash")),
                new Position(row.getString("position")),
                new Address(row.getString("address")),
                Optional.ofNullable(row.getString("contract")).map(Address::new),
                row.getBigDecimal("units").toBigIntegerExact(),
                Arrival.Why.valueOf(row.getString("why").toUpperCase(Locale.ROOT)),
                hash == null
                        ? Optional.empty()
                        : Optional.of(new BlockRef(row.getLong("block_height"), new BlockHash(hash))),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }
}
